namespace SalesRules.Sandbox.Soql.Filtering;

/// <summary>All keys of ORDER BY, the first that differs deciding.</summary>
internal sealed class RowComparer<TRow>(IReadOnlyList<RowOrder<TRow>> orders) : IComparer<TRow>
{
    public int Compare(TRow? x, TRow? y)
    {
        foreach (var order in orders)
            if (order.Compare(x, y) is var sign and not 0)
                return sign;
        return 0;
    }
}
