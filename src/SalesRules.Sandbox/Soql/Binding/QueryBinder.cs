using SalesRules.Sandbox.Soql.Dates;
using SalesRules.Sandbox.Soql.Entities;
using SalesRules.Sandbox.Soql.Results;
using SalesRules.Sandbox.Soql.Syntax;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>From the text of a query to something that can run, or a refusal that says where the text is wrong.</summary>
internal static class QueryBinder
{
    public static BoundQuery Bind(string soql, OrgStore store, OrgCalendar calendar, bool includeDeleted, string? userId)
    {
        var source = new QuerySource(soql);
        var query = QueryParser.Parse(source);
        var context = new BindingContext(store, calendar, source, includeDeleted, userId);
        var type = store.Schema.Find(query.From.ToString()) ?? throw EntityScope.NoSuchObject(source, query.From);
        var scope = new EntityScope(new ObjectEntity(type, store), query.Alias, source);
        return Bind(query, context, scope);
    }

    private static BoundQuery Bind(Query query, BindingContext context, EntityScope scope)
    {
        var rows = new RowQueryBinder(context, scope);
        if (IsCountOnly(query))
            return new BoundCountQuery(rows.Bind(query));
        if (AggregateBinder.IsAggregate(query))
            return new BoundAggregateQuery(new AggregateBinder(rows, context.Source).Bind(query));
        if (query.Having is not null)
            throw context.Source.Malformed(query.From.Position, "HAVING is only allowed together with GROUP BY");
        var shape = new SelectBinder(context, scope, query).Bind();
        return new BoundRecordQuery(new RecordQuery(rows.Bind(query), shape));
    }

    private static bool IsCountOnly(Query query) =>
        query.GroupBy.Count == 0 && query.Select is [SelectExpression { Alias: null, Expression: CallExpression { Arguments: [] } call }] && call.Is("COUNT");
}
