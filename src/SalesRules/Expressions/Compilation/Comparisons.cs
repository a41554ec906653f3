using SalesRules.Expressions.Syntax;
using SalesRules.Rules;

namespace SalesRules.Expressions.Compilation;

/// <summary>Comparisons of two values of one type: unknown where either has no value.</summary>
internal static class Comparisons
{
    public static Term Ordered<T>(Func<Deal, T?> left, ComparisonOperator comparison, Func<Deal, T?> right)
        where T : struct, IComparable<T>
    {
        var accepts = Accepting(comparison);
        return Terms.TrueFalse(deal => left(deal) is { } a && right(deal) is { } b ? accepts(a.CompareTo(b)) : null);
    }

    /// <summary>Texts are compared character by character, whatever their case and the machine's language.</summary>
    public static Term Texts(Func<Deal, string?> left, ComparisonOperator comparison, Func<Deal, string?> right)
    {
        var isEqual = comparison == ComparisonOperator.Equal;
        return Terms.TrueFalse(deal => left(deal) is { } a && right(deal) is { } b ? a.Equals(b, StringComparison.OrdinalIgnoreCase) == isEqual : null);
    }

    public static Term Among<T>(Func<Deal, T?> operand, IReadOnlySet<T> items, bool isNegated)
        where T : struct => Terms.TrueFalse(deal => operand(deal) is { } value ? items.Contains(value) != isNegated : null);

    public static Term Among(Func<Deal, string?> operand, IReadOnlySet<string> items, bool isNegated) =>
        Terms.TrueFalse(deal => operand(deal) is { } value ? items.Contains(value) != isNegated : null);

    private static Func<int, bool> Accepting(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => sign => sign == 0,
        ComparisonOperator.NotEqual => sign => sign != 0,
        ComparisonOperator.Less => sign => sign < 0,
        ComparisonOperator.LessOrEqual => sign => sign <= 0,
        ComparisonOperator.Greater => sign => sign > 0,
        _ => sign => sign >= 0,
    };
}
