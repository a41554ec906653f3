using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Entities;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Soql.Syntax;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>
/// Binds <c>AccountId IN (SELECT Id FROM Account WHERE ...)</c>. The inner query runs at once, so the outer one tests against a
/// set of ids.
/// </summary>
internal sealed class SemiJoinBinder(BindingContext context, OperandBinder operands, EntityScope outer)
{
    public Filter<Record> Bind(SubqueryCondition condition)
    {
        var left = operands.Bind(condition.Left);
        if (!left.Type.IsId())
            throw Refused(
                condition.Left, $"The left operand field in the where expression for outer query should be an id field, cannot use: '{left.Name}'");

        var query = condition.Subquery;
        var type = context.Store.Schema.Find(query.From.ToString()) ?? throw EntityScope.NoSuchObject(context.Source, query.From);
        if (type == outer.Entity.Type)
            throw Refused(condition.Left, "The inner and outer selects should not be on the same object type");
        var inner = new RowQueryBinder(context, new EntityScope(new ObjectEntity(type, context.Store), query.Alias, context.Source));
        var selected = BindSelected(query, inner.Operands);
        if (!Targets(left, outer.Entity.Type).Intersect(Targets(selected, type), StringComparer.OrdinalIgnoreCase).Any())
            throw Refused(
                condition.Left,
                $"The selected field '{selected.Name}' in the subquery and the left operand field in the where expression in the outer query "
                + $"'{left.Name}' should point to the same object type");

        var ids = inner.BindInnerFilter(query).Rows().Select(selected.Read).Where(id => id is not null);
        var test = TestBinder.Among(left, ids);
        return new TestFilter<Record>(left, condition.Negated ? new NegatedTest(test) : test);
    }

    private Operand<Record> BindSelected(Query query, OperandBinder inner)
    {
        var isPlain = query.OrderBy.Count == 0 && query.Limit is null && query.Offset == 0 && query.GroupBy.Count == 0;
        if (!isPlain || query.Select is not [SelectExpression { Expression: PathExpression path }])
            throw context.Source.Malformed(
                query.Select[0].Position, "Semi join sub-selects select one field and take no GROUP BY, ORDER BY, LIMIT or OFFSET");
        var selected = inner.Bind(path);
        return selected.Type.IsId()
            ? selected
            : throw Refused(path, $"Semi join sub-selects can only query id fields, cannot use: '{selected.Name}'");
    }

    private static IReadOnlyList<string> Targets(Operand<Record> operand, SObjectType own) =>
        operand.Type == FieldType.Id && operand.IsOwnField ? [own.Name] : operand.Field?.ReferenceTo ?? [];

    private SoqlException Refused(Expression at, string reason) => context.Source.Malformed(at.Position, reason);
}
