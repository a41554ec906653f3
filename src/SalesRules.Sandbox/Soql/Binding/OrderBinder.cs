using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>Turns ORDER BY into a comparison of rows.</summary>
internal static class OrderBinder
{
    public static IReadOnlyList<RowOrder<TRow>> Bind<TRow>(
        IReadOnlyList<OrderItem> items, Func<Expression, Operand<TRow>> bindOperand, QuerySource source) =>
        [.. items.Select(item => Bind(item, bindOperand(item.Expression), source))];

    private static RowOrder<TRow> Bind<TRow>(OrderItem item, Operand<TRow> operand, QuerySource source)
    {
        if (operand.Field is { Sortable: false } || operand.Type == FieldType.MultiPicklist)
            throw source.Malformed(item.Expression.Position, $"field '{operand.Name}' can not be sorted in a query call");
        return new RowOrder<TRow>(operand, item.Descending, item.NullsLast);
    }
}
