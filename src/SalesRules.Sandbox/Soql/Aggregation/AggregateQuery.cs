using SalesRules.Sandbox.Soql.Execution;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Aggregation;

/// <summary>A query that returns groups of records.</summary>
internal sealed record AggregateQuery
{
    public required RowQuery Rows { get; init; }
    public required IReadOnlyList<Operand<Record>> Keys { get; init; }

    /// <summary>The groups that each row counts in: the plain one, and the subtotals of ROLLUP or CUBE.</summary>
    public required IReadOnlyList<GroupingSet> Sets { get; init; }

    public required IReadOnlyList<Aggregate> Aggregates { get; init; }
    public required IReadOnlyList<AggregateColumn> Columns { get; init; }
    public Filter<RowGroup>? Having { get; init; }
    public IReadOnlyList<RowOrder<RowGroup>> Order { get; init; } = [];
    public int? Limit { get; init; }
    public int Offset { get; init; }

    public IEnumerable<RowGroup> Groups()
    {
        IEnumerable<RowGroup> groups = Collect();
        if (Having is not null)
            groups = groups.Where(Having.Accepts);
        return groups.InOrder(Order).Skip(Offset).Take(Limit ?? int.MaxValue);
    }

    private Dictionary<object?[], RowGroup>.ValueCollection Collect()
    {
        var groups = new Dictionary<object?[], RowGroup>(GroupKeyEquality.Instance);
        // Without GROUP BY there is one group, even over no rows.
        if (Keys.Count == 0)
        {
            var keys = Sets[0].KeysOf([]);
            groups.Add(keys, Start(keys));
        }
        foreach (var row in Rows.Rows())
        {
            var values = Keys.Select(key => key.Read(row)).ToArray();
            foreach (var set in Sets)
            {
                var keys = set.KeysOf(values);
                if (!groups.TryGetValue(keys, out var group))
                    groups.Add(keys, group = Start(keys));
                Add(row, group);
            }
        }

        return groups.Values;
    }

    private RowGroup Start(object?[] keys) => new(keys, [.. Aggregates.Select(aggregate => aggregate.Start())]);

    private void Add(Record row, RowGroup group)
    {
        for (var index = 0; index < Aggregates.Count; index++)
            if (Aggregates[index].Argument.Read(row) is { } value)
                group.Accumulators[index].Add(value);
    }
}
