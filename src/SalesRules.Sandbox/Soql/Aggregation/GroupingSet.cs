using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Soql.Aggregation;

/// <summary>Which of the grouped fields make a group; the others are summed over. Bit n stands for field n.</summary>
internal readonly record struct GroupingSet(int SummedOver)
{
    /// <summary>The sets of a GROUP BY over this many fields; the one with all fields comes first.</summary>
    public static IReadOnlyList<GroupingSet> Of(Grouping grouping, int fields)
    {
        var all = (1 << fields) - 1;
        return grouping switch
        {
            Grouping.Rollup => [.. Enumerable.Range(0, fields + 1).Select(left => new GroupingSet(all & ~(all >> left)))],
            Grouping.Cube => [.. Enumerable.Range(0, all + 1).Select(summedOver => new GroupingSet(summedOver))],
            _ => [new GroupingSet(0)],
        };
    }

    /// <summary>The keys of a row's group. The set itself is the last, since a null that is summed over is no null of the data.</summary>
    public object?[] KeysOf(object?[] values)
    {
        var keys = new object?[values.Length + 1];
        for (var place = 0; place < values.Length; place++)
            keys[place] = IsSummedOver(place) ? null : values[place];
        keys[^1] = this;
        return keys;
    }

    public bool IsSummedOver(int place) => (SummedOver & (1 << place)) != 0;
}
