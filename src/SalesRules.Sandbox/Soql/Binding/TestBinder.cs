using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Dates;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>Turns an operator and its literals into a test, or refuses what the field's type does not allow.</summary>
internal sealed class TestBinder(QuerySource source, OrgCalendar calendar)
{
    private readonly LiteralBinder literals = new(source);

    public ValueTest Comparison<TRow>(Operand<TRow> operand, ComparisonOperator comparison, Literal literal, int position)
    {
        RequireOperator(operand, comparison, literal, position);
        if (literal is PeriodLiteral period)
            return Period(operand, comparison, period, position);
        if (comparison == ComparisonOperator.Like)
            return new LikeTest((literal as TextLiteral ?? throw literals.WrongType(operand, position)).Pattern);
        var value = literals.Bind(operand, literal, position);
        return comparison switch
        {
            ComparisonOperator.Equal => Equality(operand, value),
            ComparisonOperator.NotEqual => new NegatedTest(Equality(operand, value)),
            _ => Range(operand, comparison, value ?? throw InvalidOperator(operand, position)),
        };
    }

    public ValueTest List<TRow>(Operand<TRow> operand, bool negated, IReadOnlyList<Literal> values, int position)
    {
        RequireOperator(operand, ComparisonOperator.Equal, values[0], position);
        if (operand.Type == FieldType.MultiPicklist)
            throw InvalidOperator(operand, position);
        var test = Among(operand, values.Select(value => literals.Bind(operand, value, position)));
        return negated ? new NegatedTest(test) : test;
    }

    public ValueTest Selection<TRow>(Operand<TRow> operand, bool excludes, IReadOnlyList<Literal> values, int position)
    {
        if (operand.Type != FieldType.MultiPicklist)
            throw InvalidOperator(operand, position);
        var test = new SelectionTest(values.Select(value => literals.Bind(operand, value, position)).OfType<string>());
        return excludes ? new NegatedTest(test) : test;
    }

    /// <summary>Membership in the values of a subquery.</summary>
    public static ValueTest Among<TRow>(Operand<TRow> operand, IEnumerable<object?> values) =>
        new SetTest(values, ValueComparison.EqualityOf(operand.Type, operand.Field?.CaseSensitive == true));

    private static ValueTest Equality<TRow>(Operand<TRow> operand, object? value) => value is null ? new NullTest() : Among(operand, [value]);

    private static RangeTest Range<TRow>(Operand<TRow> operand, ComparisonOperator comparison, object value)
    {
        var bound = new Bound(value, comparison is ComparisonOperator.LessOrEqual or ComparisonOperator.GreaterOrEqual);
        var isLower = comparison is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual;
        return new RangeTest(isLower ? bound : null, isLower ? null : bound, ValueComparison.OrderOf(operand.Type));
    }

    private ValueTest Period<TRow>(Operand<TRow> operand, ComparisonOperator comparison, PeriodLiteral literal, int position)
    {
        if (operand.Type is not (FieldType.Date or FieldType.DateTime))
            throw literals.WrongType(operand, position);
        var span = Resolve(literal);
        var (start, end) = (DayStart(operand.Type, span.Start), DayStart(operand.Type, span.End));
        RangeTest Between(Bound? lower, Bound? upper) => new(lower, upper, ValueComparison.OrderOf(operand.Type));
        return comparison switch
        {
            ComparisonOperator.Equal => Between(new Bound(start, true), new Bound(end, false)),
            ComparisonOperator.NotEqual => new NegatedTest(Between(new Bound(start, true), new Bound(end, false))),
            ComparisonOperator.Less => Between(null, new Bound(start, false)),
            ComparisonOperator.LessOrEqual => Between(null, new Bound(end, false)),
            ComparisonOperator.Greater => Between(new Bound(end, true), null),
            _ => Between(new Bound(start, true), null),
        };
    }

    private DateSpan Resolve(PeriodLiteral literal)
    {
        try
        {
            return calendar.Resolve(PeriodNames.Find(literal.Name)!, literal.Count);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            throw source.Error(
                SoqlErrorCodes.NumberOutsideValidRange, literal.Position, $"{literal.Name}:{literal.Count} lies outside the calendar");
        }
    }

    private static object DayStart(FieldType type, DateOnly day) =>
        type == FieldType.Date ? day : new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);

    private void RequireOperator<TRow>(Operand<TRow> operand, ComparisonOperator comparison, Literal literal, int position)
    {
        var isEquality = comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        var allowed = operand.Type switch
        {
            _ when literal is NullLiteral => isEquality,
            FieldType.Boolean => isEquality,
            FieldType.MultiPicklist => isEquality,
            _ => comparison != ComparisonOperator.Like || operand.Type.IsText(),
        };
        if (!allowed)
            throw InvalidOperator(operand, position);
    }

    private SoqlException InvalidOperator<TRow>(Operand<TRow> operand, int position) => source.Error(
        SoqlErrorCodes.InvalidQueryFilterOperator, position, $"invalid operator on {operand.Type.WireName()} field");
}
