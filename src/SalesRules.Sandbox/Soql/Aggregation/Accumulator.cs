namespace SalesRules.Sandbox.Soql.Aggregation;

/// <summary>The running value of one aggregate in one group. Nulls are never added.</summary>
internal abstract class Accumulator
{
    public abstract object? Value { get; }

    public abstract void Add(object value);
}

internal sealed class CountAccumulator : Accumulator
{
    private decimal count;

    public override object? Value => count;

    public override void Add(object value) => count++;
}

internal sealed class DistinctAccumulator(IEqualityComparer<object?> equality) : Accumulator
{
    private readonly HashSet<object?> values = new(equality);

    public override object? Value => (decimal)values.Count;

    public override void Add(object value) => values.Add(value);
}

internal sealed class SumAccumulator : Accumulator
{
    private decimal? sum;

    public override object? Value => sum;

    public override void Add(object value) => sum = (sum ?? 0) + (decimal)value;
}

internal sealed class AverageAccumulator : Accumulator
{
    private decimal sum;
    private int count;

    public override object? Value => count == 0 ? null : sum / count;

    public override void Add(object value)
    {
        sum += (decimal)value;
        count++;
    }
}

/// <summary>MIN and MAX.</summary>
internal sealed class ExtremeAccumulator(IComparer<object> order, bool largest) : Accumulator
{
    private object? extreme;

    public override object? Value => extreme;

    public override void Add(object value)
    {
        if (extreme is null || order.Compare(value, extreme) is var sign && (largest ? sign > 0 : sign < 0))
            extreme = value;
    }
}
