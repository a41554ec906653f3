namespace SalesRules.Sandbox.Soql.Filtering;

/// <summary>What a condition asks of one value.</summary>
internal abstract class ValueTest
{
    public abstract Truth Of(object? value);
}

/// <summary><c>= null</c>.</summary>
internal sealed class NullTest : ValueTest
{
    public override Truth Of(object? value) => (value is null).ToTruth();
}

/// <summary>Equality and IN: a null equals nothing but the null in the list.</summary>
internal sealed class SetTest(IEnumerable<object?> values, IEqualityComparer<object?> equality) : ValueTest
{
    private readonly HashSet<object?> values = new(values, equality);

    public IReadOnlyCollection<object?> Values => values;

    public override Truth Of(object? value) => values.Contains(value).ToTruth();
}

/// <summary>Between two bounds, either of which may be open.</summary>
internal sealed class RangeTest(Bound? lower, Bound? upper, IComparer<object> order) : ValueTest
{
    public Bound? Lower { get; } = lower;
    public Bound? Upper { get; } = upper;

    public override Truth Of(object? value)
    {
        if (value is null)
            return Truth.Unknown;
        return (IsAbove(value) && IsBelow(value)).ToTruth();
    }

    private bool IsAbove(object value) =>
        Lower is not { } bound || order.Compare(value, bound.Value) is var sign && (sign > 0 || (sign == 0 && bound.Inclusive));

    private bool IsBelow(object value) =>
        Upper is not { } bound || order.Compare(value, bound.Value) is var sign && (sign < 0 || (sign == 0 && bound.Inclusive));
}

/// <summary>One end of a range.</summary>
internal readonly record struct Bound(object Value, bool Inclusive);

/// <summary>
/// <c>!=</c>, NOT IN, EXCLUDES. Unlike SQL, Salesforce keeps the rows whose value is null: what is empty is not equal.
/// </summary>
internal sealed class NegatedTest(ValueTest inner) : ValueTest
{
    public override Truth Of(object? value) => (inner.Of(value) != Truth.True).ToTruth();
}
