namespace SalesRules.Sandbox.Soql.Aggregation;

/// <summary>The rows that share the values of GROUP BY, reduced to those values and the aggregates.</summary>
internal sealed class RowGroup(IReadOnlyList<object?> keys, IReadOnlyList<Accumulator> accumulators)
{
    public IReadOnlyList<object?> Keys { get; } = keys;

    public IReadOnlyList<Accumulator> Accumulators { get; } = accumulators;
}
