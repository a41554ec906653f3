using SalesRules.Expressions.Syntax;
using SalesRules.Snapshots;

namespace SalesRules.PolicyReview.Conditions;

/// <summary>A piece of an expression that is the same for every deal.</summary>
/// <param name="Value">A number as decimal (a day as its number, a day that moves as its distance), a text, or true or false.</param>
/// <param name="Measure">What the number counts from: numbers, days of the calendar, today.</param>
internal sealed record Constant(object Value, string Measure)
{
    private const string Number = "number";
    private const string Days = "days";
    private const string Calendar = "calendar";

    private static readonly string[] MovingDays = ["today", "quarter_start", "quarter_end"];

    /// <summary>Numbers beyond it are left alone: nobody means them.</summary>
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>Whether only whole numbers lie between two such values.</summary>
    public bool IsWhole => Measure != Number;

    /// <summary>The constant that the piece is; null: it depends on the deal, or is not looked at.</summary>
    public static Constant? Of(SyntaxNode node) => node switch
    {
        NumberNode number => Bounded(number.Value, Number),
        DaysNode days => new Constant((decimal)days.Value, Days),
        DateNode date => new Constant((decimal)date.Value.DayNumber, Calendar),
        TextNode text => new Constant(SalesforceId.TryParse(text.Value, out var id) ? id.Value : text.Value, "text"),
        TrueFalseNode flag => new Constant(flag.Value, "flag"),
        CallNode { Arguments.Count: 0 } call when MovingDays.Contains(call.Function, StringComparer.OrdinalIgnoreCase) => new Constant(0m, call.Function.ToUpperInvariant()),
        NegationNode negation => Of(negation.Operand) is { Value: decimal value } operand ? Bounded(-value, operand.Measure) : null,
        ArithmeticNode sum => Of(sum.Left) is { Value: decimal left } one && Of(sum.Right) is { Value: decimal right } other ? Calculated(one.Measure, left, sum.Operator, other.Measure, right) : null,
        _ => null,
    };

    /// <summary>How two values of one measure stand to each other.</summary>
    public static bool Holds(ComparisonOperator comparison, object left, object right)
    {
        var sign = left is string text ? string.Compare(text, (string)right, StringComparison.OrdinalIgnoreCase) : Comparer<object>.Default.Compare(left, right);
        return comparison switch
        {
            ComparisonOperator.Equal => sign == 0,
            ComparisonOperator.NotEqual => sign != 0,
            ComparisonOperator.Less => sign < 0,
            ComparisonOperator.LessOrEqual => sign <= 0,
            ComparisonOperator.Greater => sign > 0,
            _ => sign >= 0,
        };
    }

    private static Constant? Calculated(string one, decimal left, ArithmeticOperator arithmetic, string other, decimal right) => arithmetic switch
    {
        ArithmeticOperator.Add when other is Days || one == other => Bounded(left + right, one),
        ArithmeticOperator.Subtract when other is Days || one == other => Bounded(left - right, one == other && one != Number ? Days : one),
        ArithmeticOperator.Multiply when one == Number && other == Number && Math.Abs(left) < 1_000_000 && Math.Abs(right) < 1_000_000 => Bounded(left * right, Number),
        ArithmeticOperator.Divide when one == Number && other == Number && right != 0 && Math.Abs(right) >= 0.000001m => Bounded(left / right, Number),
        _ => null,
    };

    private static Constant? Bounded(decimal value, string measure) => Math.Abs(value) <= Largest ? new Constant(value, measure) : null;
}
