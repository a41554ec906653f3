using SalesRules.Expressions.Compilation;

namespace SalesRules.Expressions.Functions;

/// <summary>A function of the language.</summary>
internal sealed class Function(string name, IReadOnlyList<Parameter> parameters, string meaning, Func<IReadOnlyList<Term>, Term> make)
{
    public string Name => name;

    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>One sentence for the documentation.</summary>
    public string Meaning => meaning;

    /// <summary>Catalogue names of the fields that it rests on.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>Whether it speaks of the stage as the policy maps it.</summary>
    public bool NeedsStage { get; init; }

    /// <summary>days_between(from, to).</summary>
    public string Signature => $"{name}({string.Join(", ", parameters.Select(parameter => parameter.Name))})";

    /// <summary>The function of arguments that have been checked.</summary>
    public Term Of(IReadOnlyList<Term> arguments) => make(arguments);
}
