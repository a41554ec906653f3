using SalesRules.Expressions.Compilation;
using SalesRules.Rules;

namespace SalesRules.Expressions.Functions;

/// <summary>coalesce(a, b): the first value that is there.</summary>
internal static class Coalescing
{
    /// <summary>Both arguments are of one type.</summary>
    public static Term Of(IReadOnlyList<Term> arguments)
    {
        var (first, second) = (arguments[0], arguments[1]);
        return first.Kind switch
        {
            ValueKind.Number => Terms.Number(First<decimal>(first, second)),
            ValueKind.TrueFalse => Terms.TrueFalse(First<bool>(first, second)),
            ValueKind.Date => Terms.Date(First<DateOnly>(first, second)),
            ValueKind.DateTime => Terms.DateTime(First<DateTimeOffset>(first, second)),
            ValueKind.Days => Terms.Days(First<int>(first, second)),
            ValueKind.Id => Terms.Id(First(first, second)),
            _ => Terms.Text(First(first, second)),
        };
    }

    private static Func<Deal, T?> First<T>(Term first, Term second)
        where T : struct
    {
        var (one, other) = (first.As<T?>(), second.As<T?>());
        return deal => one(deal) ?? other(deal);
    }

    private static Func<Deal, string?> First(Term first, Term second)
    {
        var (one, other) = (first.As<string?>(), second.As<string?>());
        return deal => one(deal) ?? other(deal);
    }
}
