namespace SalesRules.Sandbox.Soql.Filtering;

/// <summary>Sorting by all keys of ORDER BY, the first that differs deciding.</summary>
internal static class RowOrdering
{
    /// <summary>Each key is read once a row; a Take that follows sorts no more rows than it takes.</summary>
    public static IEnumerable<TRow> InOrder<TRow>(this IEnumerable<TRow> rows, IReadOnlyList<RowOrder<TRow>> orders) => orders.Count == 0
        ? rows
        : orders.Skip(1).Aggregate(
            rows.OrderBy(orders[0].Operand.Read, orders[0].Comparer),
            (sorted, order) => sorted.ThenBy(order.Operand.Read, order.Comparer));
}
