using SalesRules.Expressions.Compilation;

namespace SalesRules.Expressions.Functions;

internal static class DayFunctions
{
    public static Term DaysBetween(IReadOnlyList<Term> arguments)
    {
        var (from, to) = (Terms.Day(arguments[0]), Terms.Day(arguments[1]));
        return Terms.Number(deal => from(deal) is { } a && to(deal) is { } b ? b.DayNumber - a.DayNumber : null);
    }

    public static Term BusinessDaysBetween(IReadOnlyList<Term> arguments)
    {
        var (from, to) = (Terms.Day(arguments[0]), Terms.Day(arguments[1]));
        return Terms.Number(deal => from(deal) is { } a && to(deal) is { } b ? deal.Policy.Business.BusinessDaysBetween(a, b) : null);
    }
}
