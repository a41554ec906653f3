using SalesRules.Expressions.Syntax;
using SalesRules.Rules;

namespace SalesRules.Expressions.Compilation;

/// <summary>Calculations with numbers, days and dates. What cannot be worked out (a division by zero, a result too large) is unknown, never an error.</summary>
internal static class Arithmetic
{
    /// <summary>The result's type follows from those of both sides; null where the two cannot be so combined.</summary>
    public static Term? Of(Term left, ArithmeticOperator arithmetic, Term right) => (left, arithmetic, right) switch
    {
        ({ Kind: ValueKind.Number }, _, { Kind: ValueKind.Number }) => Numbers(left.As<decimal?>(), arithmetic, right.As<decimal?>()),
        ({ Kind: ValueKind.Days }, ArithmeticOperator.Add, { Kind: ValueKind.Days }) => Days(left.As<int?>(), right.As<int?>(), 1),
        ({ Kind: ValueKind.Days }, ArithmeticOperator.Subtract, { Kind: ValueKind.Days }) => Days(left.As<int?>(), right.As<int?>(), -1),
        (_, ArithmeticOperator.Add, { Kind: ValueKind.Days }) when left.IsDay() => Shifted(Terms.Day(left), right.As<int?>(), 1),
        (_, ArithmeticOperator.Subtract, { Kind: ValueKind.Days }) when left.IsDay() => Shifted(Terms.Day(left), right.As<int?>(), -1),
        ({ Kind: ValueKind.Days }, ArithmeticOperator.Add, _) when right.IsDay() => Shifted(Terms.Day(right), left.As<int?>(), 1),
        (_, ArithmeticOperator.Subtract, _) when left.IsDay() && right.IsDay() => Between(Terms.Day(left), Terms.Day(right)),
        _ => null,
    };

    /// <summary>-x; null where x has no sign.</summary>
    public static Term? Negated(Term operand)
    {
        if (operand.Kind == ValueKind.Number)
        {
            var number = operand.As<decimal?>();
            return Terms.Number(deal => -number(deal));
        }

        if (operand.Kind != ValueKind.Days)
            return null;
        var days = operand.As<int?>();
        return Terms.Days(deal => -days(deal));
    }

    private static Term Numbers(Func<Deal, decimal?> left, ArithmeticOperator arithmetic, Func<Deal, decimal?> right) =>
        Terms.Number(deal => left(deal) is { } a && right(deal) is { } b ? Calculated(a, arithmetic, b) : null);

    private static decimal? Calculated(decimal left, ArithmeticOperator arithmetic, decimal right)
    {
        try
        {
            return arithmetic switch
            {
                ArithmeticOperator.Add => left + right,
                ArithmeticOperator.Subtract => left - right,
                ArithmeticOperator.Multiply => left * right,
                _ => right == 0 ? null : left / right,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static Term Days(Func<Deal, int?> left, Func<Deal, int?> right, int sign) =>
        Terms.Days(deal => left(deal) is { } a && right(deal) is { } b && a + (sign * (long)b) is >= -int.MaxValue and <= int.MaxValue and var sum ? (int)sum : null);

    private static Term Shifted(Func<Deal, DateOnly?> date, Func<Deal, int?> days, int sign) =>
        Terms.Date(deal => date(deal) is { } day && days(deal) is { } count && day.DayNumber + (sign * (long)count) is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)number)
            : null);

    private static Term Between(Func<Deal, DateOnly?> left, Func<Deal, DateOnly?> right) =>
        Terms.Days(deal => left(deal) is { } a && right(deal) is { } b ? a.DayNumber - b.DayNumber : null);
}
