using System.Globalization;
using SalesRules.Expressions.Syntax;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Expressions.Compilation;

/// <summary>What an expression says, worked out in the plainest way: value by value, from what stands in the fields, without types.</summary>
internal sealed class ReferenceEvaluator(Deal deal)
{
    /// <summary>A decimal, a text, true or false, a DateOnly, a DateTimeOffset, days as an int, or null.</summary>
    public object? Evaluate(SyntaxNode node) => node switch
    {
        NumberNode number => number.Value,
        TextNode text => text.Value,
        DateNode date => date.Value,
        DaysNode days => days.Value,
        TrueFalseNode value => value.Value,
        NameNode name => Field(name.Name),
        CallNode call => Call(call.Function, [.. call.Arguments.Select(Evaluate)]),
        NegationNode negation => Evaluate(negation.Operand) switch { decimal number => -number, int days => -days, _ => null },
        ArithmeticNode arithmetic => Calculate(Evaluate(arithmetic.Left), arithmetic.Operator, Evaluate(arithmetic.Right)),
        ComparisonNode comparison => Compare(Evaluate(comparison.Left), comparison.Operator, Evaluate(comparison.Right)),
        MembershipNode membership => Evaluate(membership.Operand) is { } operand
            ? membership.Items.Any(item => Compare(operand, ComparisonOperator.Equal, Evaluate(item)) is true) != membership.IsNegated
            : null,
        NullTestNode test => Evaluate(test.Operand) is null != test.IsNegated,
        NotNode not => Evaluate(not.Operand) is bool value ? !value : null,
        LogicalNode logical => Combine((bool?)Evaluate(logical.Left), logical.Operator, (bool?)Evaluate(logical.Right)),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    private static bool? Combine(bool? left, LogicalOperator logical, bool? right)
    {
        var decisive = logical == LogicalOperator.Or;
        if (left == decisive || right == decisive)
            return decisive;
        return left is null || right is null ? null : !decisive;
    }

    private static bool? Compare(object? left, ComparisonOperator comparison, object? right)
    {
        if (left is null || right is null)
            return null;
        var sign = (left, right) switch
        {
            (string one, string other) => string.Compare(one.ToUpperInvariant(), other.ToUpperInvariant(), StringComparison.Ordinal),
            (DateTimeOffset one, DateTimeOffset other) => one.UtcDateTime.CompareTo(other.UtcDateTime),
            (DateOnly or DateTimeOffset, DateOnly or DateTimeOffset) => Day(left).CompareTo(Day(right)),
            _ => System.Collections.Comparer.DefaultInvariant.Compare(left, right),
        };
        return comparison switch
        {
            ComparisonOperator.Equal => sign == 0,
            ComparisonOperator.NotEqual => sign != 0,
            ComparisonOperator.Less => sign < 0,
            ComparisonOperator.LessOrEqual => sign < 0 || sign == 0,
            ComparisonOperator.Greater => sign > 0,
            _ => sign > 0 || sign == 0,
        };
    }

    private static object? Calculate(object? left, ArithmeticOperator arithmetic, object? right)
    {
        if (left is null || right is null)
            return null;
        try
        {
            return (left, right) switch
            {
                (decimal one, decimal other) => arithmetic switch
                {
                    ArithmeticOperator.Add => one + other,
                    ArithmeticOperator.Subtract => one - other,
                    ArithmeticOperator.Multiply => one * other,
                    _ => one / other,
                },
                (int one, int other) => arithmetic == ArithmeticOperator.Add ? one + other : one - other,
                (int days, _) => Day(right).AddDays(days),
                (_, int days) => Day(left).AddDays(arithmetic == ArithmeticOperator.Add ? days : -days),
                _ => Day(left).DayNumber - Day(right).DayNumber,
            };
        }
        catch (Exception problem) when (problem is ArithmeticException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private object? Call(string function, object?[] arguments) => function switch
    {
        "today" => deal.Context.Today,
        "quarter_end" => new DateOnly(2026, 3, 31),
        "miql_total" => Pillars.All.Select(pillar => deal.Context.InheritedPillars.Contains(pillar) ? null : deal.Opportunity.Score(pillar).Points).Aggregate((int?)0, (sum, points) => sum + points) is { } total ? (decimal)total : null,
        "coalesce" => arguments[0] ?? arguments[1],
        "length" => (decimal?)((string?)arguments[0])?.Length,
        _ when arguments.Contains(null) => null,
        "contains" => ((string)arguments[0]!).Contains((string)arguments[1]!, StringComparison.OrdinalIgnoreCase),
        "starts_with" => ((string)arguments[0]!).StartsWith((string)arguments[1]!, StringComparison.OrdinalIgnoreCase),
        "includes" => ((string)arguments[0]!).Split(';').Any(value => value.Trim().Equals((string)arguments[1]!, StringComparison.OrdinalIgnoreCase)),
        "days_between" => (decimal)(Day(arguments[1]!).DayNumber - Day(arguments[0]!).DayNumber),
        "business_days_between" => (decimal)BusinessDays(Day(arguments[0]!), Day(arguments[1]!)),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };

    private int BusinessDays(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -BusinessDays(to, from);
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            count += deal.Policy.Business.IsBusinessDay(day) ? 1 : 0;
        }

        return count;
    }

    private static DateOnly Day(object value) => value is DateTimeOffset instant ? DateOnly.FromDateTime(instant.UtcDateTime) : (DateOnly)value;

    private object? Field(string name)
    {
        var field = OpportunityFields.Get(name);
        var value = field.ValueOf(deal.Opportunity);
        if (value.IsNull)
            return null;
        if (field.ApiName.StartsWith("MIQL_", StringComparison.Ordinal) && field.Type == SalesforceFieldType.Number)
            return value.AsNumber is 0 or 1 or 2 ? value.AsNumber : null;
        return field.Type switch
        {
            SalesforceFieldType.Checkbox => value.ToString() == "true",
            SalesforceFieldType.Date => DateOnly.Parse(value.ToString(), CultureInfo.InvariantCulture),
            SalesforceFieldType.DateTime => DateTimeOffset.Parse(value.ToString(), CultureInfo.InvariantCulture),
            _ => value.AsNumber is { } number ? number : value.AsText,
        };
    }
}
