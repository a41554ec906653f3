using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary>
/// <c>/sobjects/X/{id}/Account</c> shows the parent of a row, <c>/sobjects/X/{id}/OpportunityContactRoles</c> its children. The path
/// looks like that of an external id, whose resource hands it on.
/// </summary>
internal sealed class RelationshipResource(Org org, SoqlEngine engine)
{
    /// <summary>The path begins with the id of a row, not with the name of a field.</summary>
    public static bool IsMeant(ApiRequest request) => RecordId.TryParse(request.Route["field"], out _);

    public ApiReply Get(ApiRequest request)
    {
        var (type, name) = (org.ObjectOf(request), request.Route["value"]);
        var record = org.Read(store => RowResource.Find(store, type, request.Route["field"]));
        if (type.FindRelationship(name) is { } lookup)
            return Parent(request, record, lookup);
        return type.FindChildRelationship(name) is { } children ? Children(request, record, children) : throw ApiException.NotFound();
    }

    private ApiReply Parent(ApiRequest request, Record child, SObjectField lookup) => org.Read(store =>
    {
        var id = child[lookup] as string ?? throw ApiException.NotFound();
        var type = store.Schema.FindByKeyPrefix(id[..3]) ?? throw ApiException.NotFound();
        return RowResource.Show(request, RowResource.Find(store, type, id), org);
    });

    private ApiReply Children(ApiRequest request, Record parent, ChildRelationship relationship)
    {
        var fields = request.Parameter("fields") is { } names ? SelectedFields.Of(relationship.Child, names) : relationship.Child.Fields;
        var soql = $"SELECT {string.Join(", ", fields.Select(field => field.Name))} FROM {relationship.Child.Name} WHERE {relationship.Field.Name} = '{parent.Id}'";
        return new ApiReply(200, engine.Query(soql, new QueryOptions { ApiVersion = request.Version[1..] }));
    }
}
