using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Aggregation;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Soql.Syntax;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>Binds a query with aggregate functions or GROUP BY.</summary>
internal sealed class AggregateBinder(RowQueryBinder rows, QuerySource source)
{
    private const int MostSubtotalFields = 3;

    private readonly List<Operand<Record>> keys = [];
    private readonly List<Aggregate> aggregates = [];
    private readonly List<AggregateColumn> columns = [];
    private int unnamed;

    public static bool IsAggregate(Query query) =>
        query.GroupBy.Count > 0 || query.Select.OfType<SelectExpression>().Any(item => item.Expression is CallExpression call && IsAggregate(call));

    public AggregateQuery Bind(Query query)
    {
        if (query.Grouping != Grouping.None && query.GroupBy.Count > MostSubtotalFields)
            throw source.Malformed(query.GroupBy[MostSubtotalFields].Position, "ROLLUP and CUBE take at most three fields");
        keys.AddRange(query.GroupBy.Select(BindKey));
        RequireGroupsToLimit(query);
        foreach (var item in query.Select)
            columns.Add(BindColumn(item));
        var order = OrderBinder.Bind(query.OrderBy, expression => BindOperand(expression, "Ordered field"), source);
        var having = query.Having is { } condition
            ? new ConditionBinder<RowGroup>(expression => BindOperand(expression, "Field"), rows.Tests, null, source).Bind(condition)
            : null;
        return new AggregateQuery
        {
            Rows = rows.BindFilter(query),
            Keys = keys,
            Sets = GroupingSet.Of(query.Grouping, keys.Count),
            Aggregates = aggregates,
            Columns = columns,
            Having = having,
            Order = order,
            Limit = query.Limit,
            Offset = RowQueryBinder.CheckedOffset(query),
        };
    }

    private static bool IsAggregate(CallExpression call) => Aggregate.IsFunction(call.Function);

    private void RequireGroupsToLimit(Query query)
    {
        if (query.GroupBy.Count == 0 && query.Limit is not null)
            throw source.Malformed(
                query.Select[0].Position, "Non-grouped query that uses overall aggregate functions cannot also use LIMIT");
    }

    private Operand<Record> BindKey(Expression expression)
    {
        var key = rows.Operands.Bind(expression);
        return key.Field is { Groupable: false }
            ? throw source.Malformed(expression.Position, $"field '{key.Name}' can not be grouped in a query call")
            : key;
    }

    private AggregateColumn BindColumn(SelectItem item)
    {
        if (item is not SelectExpression { Expression: var expression } select)
            throw source.Malformed(item.Position, "Grouped queries cannot use child relationships in the SELECT list");
        var operand = BindOperand(expression, "Field");
        var name = select.Alias ?? (expression is CallExpression ? $"expr{unnamed++}" : operand.Name);
        return columns.Any(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? throw source.Malformed(item.Position, $"duplicate alias: {name}")
            : new AggregateColumn(name, operand);
    }

    private Operand<RowGroup> BindOperand(Expression expression, string role)
    {
        if (expression is CallExpression call && IsAggregate(call))
            return BindAggregate(call);
        if (expression is CallExpression { Arguments: [var grouped] } grouping && grouping.Is("GROUPING"))
            return BindGrouping(grouped);
        var (operand, place) = KeyOf(expression, role);
        return new Operand<RowGroup>
        {
            Key = operand.Key,
            Name = operand.Name,
            Type = operand.Type,
            Field = operand.Field,
            Read = group => group.Keys[place],
        };
    }

    /// <summary>GROUPING(field): 1 in the subtotals that sum over the field, else 0.</summary>
    private Operand<RowGroup> BindGrouping(Expression grouped)
    {
        var (operand, place) = KeyOf(grouped, "Field");
        return new Operand<RowGroup>
        {
            Key = $"GROUPING({operand.Key})",
            Name = operand.Name,
            Type = FieldType.Int,
            Read = group => ((GroupingSet)group.Keys[^1]!).IsSummedOver(place) ? 1m : 0m,
        };
    }

    private (Operand<Record> Key, int Place) KeyOf(Expression expression, string role)
    {
        var operand = rows.Operands.Bind(expression);
        var place = keys.FindIndex(key => key.Key == operand.Key);
        return place >= 0 ? (operand, place) : throw source.Malformed(expression.Position, $"{role} must be grouped or aggregated: {operand.Name}");
    }

    private Operand<RowGroup> BindAggregate(CallExpression call)
    {
        if (call.Arguments is not [var argument])
            throw source.Malformed(call.Position, $"unexpected token: '{call.Function}'");
        var operand = rows.Operands.Bind(argument);
        var aggregate = Aggregate.Of(call.Function, operand)
            ?? throw source.Malformed(call.Position, $"field {operand.Name} does not support aggregate operator {call.Function.ToUpperInvariant()}");
        var place = aggregates.FindIndex(known => known.Key == aggregate.Key);
        if (place < 0)
        {
            place = aggregates.Count;
            aggregates.Add(aggregate);
        }

        return new Operand<RowGroup>
        {
            Key = aggregate.Key,
            Name = operand.Name,
            Type = aggregate.ResultType,
            Read = group => group.Accumulators[place].Value,
        };
    }
}
