using SalesRules.Sandbox.Soql.Entities;
using SalesRules.Sandbox.Soql.Execution;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Soql.Syntax;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>Binds the part of a query that picks records: FROM, WHERE, ORDER BY, LIMIT, OFFSET.</summary>
internal sealed class RowQueryBinder
{
    private const int MaxOffset = 2000;

    private readonly BindingContext context;
    private readonly EntityScope scope;

    public RowQueryBinder(BindingContext context, EntityScope scope)
    {
        this.context = context;
        this.scope = scope;
        Operands = new OperandBinder(scope, context.Calendar);
        Tests = new TestBinder(context.Source, context.Calendar);
    }

    public OperandBinder Operands { get; }

    public TestBinder Tests { get; }

    public RowQuery Bind(Query query) => BindFilter(query) with
    {
        Order = OrderBinder.Bind(query.OrderBy, Operands.Bind, context.Source),
        Limit = query.Limit,
        Offset = CheckedOffset(query),
    };

    /// <summary>Only the WHERE clause; aggregates order and limit their groups, not the rows.</summary>
    public RowQuery BindFilter(Query query) => new(context.Store[scope.Entity.Type], context.IncludeDeleted)
    {
        Filter = Together(
            query.Scope is { } named ? BindScope(named) : null,
            query.Where is { } where ? BindWhere(where, new SemiJoinBinder(context, Operands, scope).Bind) : null),
    };

    /// <summary>The WHERE clause of a semi-join, which cannot hold another one.</summary>
    public RowQuery BindInnerFilter(Query query) => new(context.Store[scope.Entity.Type], context.IncludeDeleted)
    {
        Filter = query.Where is { } where ? BindWhere(where, null) : null,
    };

    public static int CheckedOffset(Query query) => query.Offset <= MaxOffset
        ? query.Offset
        : throw new SoqlException(SoqlErrorCodes.NumberOutsideValidRange, "Maximum SOQL offset allowed is 2000");

    private static Filter<Record>? Together(Filter<Record>? one, Filter<Record>? other) =>
        one is null || other is null ? one ?? other : new AndFilter<Record>([one, other]);

    /// <summary>Of the scopes, those that need no territories, teams or delegates, which the org does not have.</summary>
    private TestFilter<Record>? BindScope(Token named)
    {
        if (named.IsWord("everything"))
            return null;
        if (!named.IsWord("mine") || scope.Entity.Type.FindField("OwnerId") is null)
            throw context.Source.Malformed(named.Position, $"Unsupported scope '{named}' on entity '{scope.Entity.Name}'");
        var owner = Operands.Bind(new PathExpression(["OwnerId"], named.Position));
        return new TestFilter<Record>(owner, TestBinder.Among(owner, [context.UserId]));
    }

    private Filter<Record> BindWhere(Condition where, Func<SubqueryCondition, Filter<Record>>? bindSubquery) =>
        new ConditionBinder<Record>(Operands.Bind, Tests, bindSubquery, context.Source).Bind(where);
}
