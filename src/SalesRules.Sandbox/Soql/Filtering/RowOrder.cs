using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Soql.Filtering;

/// <summary>One key of ORDER BY.</summary>
internal sealed class RowOrder<TRow>(Operand<TRow> operand, bool descending, bool nullsLast) : IComparer<TRow>
{
    private readonly IComparer<object> order = OrderOf(operand);

    public Operand<TRow> Operand { get; } = operand;
    public bool Descending { get; } = descending;

    public int Compare(TRow? x, TRow? y)
    {
        var (left, right) = (Operand.Read(x!), Operand.Read(y!));
        if (left is null || right is null)
            return ((left is null ? 0 : 1) - (right is null ? 0 : 1)) * (nullsLast ? -1 : 1);
        return Descending ? order.Compare(right, left) : order.Compare(left, right);
    }

    /// <summary>A picklist sorts as its values are listed in Setup; values that are no longer listed come after, by name.</summary>
    private static IComparer<object> OrderOf(Operand<TRow> operand)
    {
        var byValue = ValueComparison.OrderOf(operand.Type);
        if (operand.Type != FieldType.Picklist || operand.Field is not { PicklistValues.Count: > 0 } field)
            return byValue;
        var places = field.PicklistValues.Select((entry, place) => (entry.Value, place))
            .DistinctBy(entry => entry.Value).ToDictionary(entry => entry.Value, entry => entry.place, StringComparer.Ordinal);
        return Comparer<object>.Create((left, right) =>
        {
            var place = places.GetValueOrDefault((string)left, int.MaxValue).CompareTo(places.GetValueOrDefault((string)right, int.MaxValue));
            return place != 0 ? place : byValue.Compare(left, right);
        });
    }
}
