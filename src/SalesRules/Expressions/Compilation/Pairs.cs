using SalesRules.Expressions.Syntax;
using SalesRules.Policies.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Expressions.Compilation;

/// <summary>Two values that stand beside an operator: brought to one type, or said why they cannot be.</summary>
internal sealed class Pairs(Problems problems)
{
    public Term? Compared(Term left, ComparisonOperator comparison, Term right)
    {
        if (Unified(left, right, $"both sides of {comparison.Symbol()} must be of one type") is not var (one, other) || !AreWords(one, other))
            return null;
        if (one.Kind is ValueKind.Text or ValueKind.Id or ValueKind.TrueFalse && comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
            return problems.Refuse(one.Span, $"{problems.Described(one)}, which has no order; use = or != instead of {comparison.Symbol()}");
        return one.Kind switch
        {
            ValueKind.Number => Comparisons.Ordered(one.As<decimal?>(), comparison, other.As<decimal?>()),
            ValueKind.TrueFalse => Comparisons.Ordered(one.As<bool?>(), comparison, other.As<bool?>()),
            ValueKind.Date => Comparisons.Ordered(one.As<DateOnly?>(), comparison, other.As<DateOnly?>()),
            ValueKind.DateTime => Comparisons.Ordered(one.As<DateTimeOffset?>(), comparison, other.As<DateTimeOffset?>()),
            ValueKind.Days => Comparisons.Ordered(one.As<int?>(), comparison, other.As<int?>()),
            _ => Comparisons.Texts(one.As<string?>(), comparison, other.As<string?>()),
        };
    }

    /// <summary>The two as values of one type: a date and time beside a date as its day, a text that is written out beside an id as that id.</summary>
    public (Term One, Term Other)? Unified(Term left, Term right, string rule)
    {
        if (left.Kind == right.Kind)
            return (left, right);
        if (left.IsDay() && right.IsDay())
            return (AsDate(left), AsDate(right));
        if (left.Kind == ValueKind.Id && right.Constant is not null)
            return AsId(right) is { } id ? (left, id) : null;
        if (right.Kind == ValueKind.Id && left.Constant is not null)
            return AsId(left) is { } id ? (id, right) : null;
        problems.Refuse(left.Span, $"{problems.Described(left)} and {problems.Quote(right.Span)} {Bare(right.Kind)}: {rule}{Advice(left, right)}");
        return null;
    }

    /// <summary>Why two values cannot be calculated with.</summary>
    public static string CannotCalculate(Problems problems, Term left, ArithmeticOperator arithmetic, Term right) =>
        $"{problems.Described(left)} and {problems.Quote(right.Span)} {Bare(right.Kind)}, which {arithmetic.Symbol()} cannot combine{Advice(left, right)}";

    /// <summary>A text that is written out must be one of those that the other side can be.</summary>
    public bool AreWords(Term one, Term other) => IsWord(one, other.Vocabulary) && IsWord(other, one.Vocabulary);

    private bool IsWord(Term term, Vocabulary? vocabulary)
    {
        if (term.Constant is not { } text || vocabulary is null || vocabulary.Words.Contains(text, StringComparer.OrdinalIgnoreCase))
            return true;
        var nearest = Wording.DidYouMean(text, vocabulary.Words);
        problems.Refuse(term.Span, $"{Wording.Quoted(text)} is no {vocabulary.Noun}{(nearest.Length > 0 ? nearest : $"; expected one of {string.Join(", ", vocabulary.Words)}")}");
        return false;
    }

    private static Term AsDate(Term term) => Terms.Date(Terms.Day(term)).At(term.Span);

    private Term? AsId(Term text) => SalesforceId.TryParse(text.Constant, out var id)
        ? Terms.Id(_ => id.Value).At(text.Span)
        : problems.Refuse(text.Span, $"{problems.Quote(text.Span)} is no Salesforce id: 15 letters and digits, or 18 with a right checksum");

    private static string Bare(ValueKind kind) => kind == ValueKind.TrueFalse ? "is true or false" : kind.Words();

    private static string Advice(Term left, Term right)
    {
        var days = left.Kind == ValueKind.Days || right.Kind == ValueKind.Days || left.IsDay() || right.IsDay();
        if (days && (left.Kind == ValueKind.Number || right.Kind == ValueKind.Number))
            return "; a number of days is written 30 days";
        return (left.IsDay() && right.Kind == ValueKind.Text) || (right.IsDay() && left.Kind == ValueKind.Text) ? "; a date is written without quotes, 2026-03-31" : "";
    }
}
