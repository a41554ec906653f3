using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Execution;

/// <summary>Which records of an object a query means, and in which order.</summary>
internal sealed record RowQuery(Table Table, bool IncludeDeleted)
{
    public Filter<Record>? Filter { get; init; }
    public IReadOnlyList<RowOrder<Record>> Order { get; init; } = [];
    public int? Limit { get; init; }
    public int Offset { get; init; }

    public SObjectType Type => Table.Type;

    public AccessPath AccessPath
    {
        get
        {
            var path = new AccessPathFinder(Table).Find(Filter);
            // The index over stamps spares the sort, too.
            return path is FullScan && IsOrderedByStamp ? StampAccess.Everything : path;
        }
    }

    /// <summary>The rows, lazily; read them to the end before the store is released.</summary>
    public IEnumerable<Record> Rows()
    {
        var path = AccessPath;
        return Rows(Table.Late.AsSeen(path.Rows(Table, IncludeDeleted), IncludeDeleted), isSorted: path is StampAccess && IsOrderedByStamp && Table.Late.IsEmpty);
    }

    /// <summary>The same filter, order and limit over rows found elsewhere, such as the children of one parent.</summary>
    public IEnumerable<Record> RowsAmong(IEnumerable<Record> candidates) => Rows(candidates, isSorted: false);

    private IEnumerable<Record> Rows(IEnumerable<Record> candidates, bool isSorted)
    {
        var rows = Filter is null ? candidates : candidates.Where(Filter.Accepts);
        if (!isSorted)
            rows = rows.InOrder(Order);
        return Limit is { } limit ? rows.Skip(Offset).Take(limit) : rows.Skip(Offset);
    }

    /// <summary>ORDER BY SystemModstamp, Id: the order of the stamp index. A stamp is never null.</summary>
    private bool IsOrderedByStamp =>
        Order is [var stamp, ..] && IsAscending(stamp, Table.StampField)
        && (Order.Count == 1 || (Order.Count == 2 && IsAscending(Order[1], Type.Id)));

    private static bool IsAscending(RowOrder<Record> order, SObjectField field) =>
        !order.Descending && order.Operand is { IsOwnField: true, Field: { } own } && own.Ordinal == field.Ordinal;
}
