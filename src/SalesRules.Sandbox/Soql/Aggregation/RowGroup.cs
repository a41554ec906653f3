namespace SalesRules.Sandbox.Soql.Aggregation;

/// <summary>The rows that share the values of GROUP BY, reduced to those values and the aggregates.</summary>
internal sealed class RowGroup(IReadOnlyList<object?> keys, IReadOnlyList<Accumulator> accumulators)
{
    /// <summary>The values of the grouped fields, and last the <see cref="GroupingSet"/> that the group belongs to.</summary>
    public IReadOnlyList<object?> Keys { get; } = keys;

    public IReadOnlyList<Accumulator> Accumulators { get; } = accumulators;
}
