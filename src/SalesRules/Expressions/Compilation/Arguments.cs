using SalesRules.Expressions.Functions;
using SalesRules.Policies.Reading;

namespace SalesRules.Expressions.Compilation;

/// <summary>The arguments of a call, held against what the function takes.</summary>
internal sealed class Arguments(Problems problems, Function function)
{
    /// <summary>The arguments as the function takes them; null, with the problems noted, when one does not fit. As many as it has parameters.</summary>
    public IReadOnlyList<Term>? Checked(IReadOnlyList<Term?> arguments)
    {
        // All are held against their parameters, so that all problems are told.
        var fit = arguments.Select((argument, index) => argument is not null && Fits(argument, function.Parameters[index])).ToList();
        if (fit.Contains(false))
            return null;
        IReadOnlyList<Term> sound = [.. arguments.Select(argument => argument!)];
        if (!function.Parameters.Any(parameter => parameter.Kind == ParameterKind.Any))
            return sound;
        return new Pairs(problems).Unified(sound[0], sound[1], $"the values of {function.Name} must be of one type") is var (one, other) ? [one, other] : null;
    }

    private bool Fits(Term argument, Parameter parameter)
    {
        var fits = parameter.Kind switch
        {
            ParameterKind.Day => argument.IsDay(),
            ParameterKind.Text => argument.Kind == ValueKind.Text,
            ParameterKind.ConstantText => argument.Constant is { Length: > 0 },
            ParameterKind.StageType => argument.Constant is not null,
            _ => true,
        };
        if (!fits)
            problems.Refuse(argument.Span, $"{problems.Described(argument)}; {function.Signature} takes {parameter.Expected} there");
        return fits && (parameter.Kind != ParameterKind.StageType || IsStageType(argument));
    }

    private bool IsStageType(Term argument)
    {
        var words = FunctionBook.StageTypeWords.Words;
        if (words.Contains(argument.Constant, StringComparer.OrdinalIgnoreCase))
            return true;
        var nearest = Wording.DidYouMean(argument.Constant!, words);
        problems.Refuse(argument.Span, $"{Wording.Quoted(argument.Constant!)} is no stage type{(nearest.Length > 0 ? nearest : $"; expected one of {string.Join(", ", words)}")}");
        return false;
    }
}
