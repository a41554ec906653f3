using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary>Single rows by external id: read, upsert, delete. <c>Id</c> may stand in the place of the field.</summary>
internal sealed class ExternalIdResource(Org org, RelationshipResource relationships) : IResource
{
    // Before this version a successful update answered 204 without a body.
    private const decimal UpdateBodySince = 46.0m;

    public void Map(RouteTable routes) =>
        routes.Map("sobjects/{object}/{field}/{value}").On("GET", GetRowOrRelated).On("PATCH", Upsert).On("DELETE", Delete);

    private ApiReply GetRowOrRelated(ApiRequest request) => RelationshipResource.IsMeant(request) ? relationships.Get(request) : Get(request);

    private ApiReply Get(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        return org.Read(store => Matches(store, type, request) switch
        {
            [var record] => RowResource.Show(request, record, org),
            [] => throw ApiException.NotFound(),
            var several => Choices(request, several),
        });
    }

    private ApiReply Delete(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        return org.Write(save =>
        {
            var matches = Matches(save.Store, type, request);
            if (matches.Count > 1)
                return Choices(request, matches);
            save.Delete(type.Name, matches.SingleOrDefault()?.Id ?? throw ApiException.NotFound()).OrThrow(request);
            return ApiReply.NoContent;
        }, request.UserId);
    }

    private ApiReply Upsert(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        var values = RequestJson.ReadObject(request.Body);
        return org.Write(save =>
        {
            var matches = Matches(save.Store, type, request);
            RefuseKeyInBody(type, request, values);
            return matches switch
            {
                [] => Insert(save, type, request, values),
                [var record] => Update(save, record, request, values),
                _ => Choices(request, matches),
            };
        }, request.UserId);
    }

    private ApiReply Insert(OrgTransaction save, SObjectType type, ApiRequest request, IReadOnlyDictionary<string, object?> values)
    {
        var updateOnly = string.Equals(request.Parameter("updateOnly"), "true", StringComparison.OrdinalIgnoreCase);
        if (updateOnly || ById(request))
            throw ApiException.NotFound();
        return Upserts.ByExternalId(save, org, type, KeyOf(type, request), request.Route["value"], values).Created(request, type.Name, showCreated: true);
    }

    private ApiReply Update(OrgTransaction save, Record record, ApiRequest request, IReadOnlyDictionary<string, object?> values)
    {
        new RowPreconditions(request, record, org.Options.Behaviors).CheckWrite();
        var result = save.Update(record.Type.Name, record.Id, values).OrThrow(request);
        return request.VersionNumber < UpdateBodySince
            ? ApiReply.NoContent
            : ApiReply.Json(200, writer => SaveResultJson.Write(writer, result, showCreated: true));
    }

    private static List<Record> Matches(OrgStore store, SObjectType type, ApiRequest request) => ById(request)
        ? [RowResource.Find(store, type, request.Route["value"])]
        : [.. store[type].FindBy(KeyOf(type, request), request.Route["value"])];

    private static SObjectField KeyOf(SObjectType type, ApiRequest request) => Upserts.KeyOf(type, request.Route["field"]);

    private static bool ById(ApiRequest request) => string.Equals(request.Route["field"], "Id", StringComparison.OrdinalIgnoreCase);

    private static void RefuseKeyInBody(SObjectType type, ApiRequest request, IReadOnlyDictionary<string, object?> values)
    {
        if (!ById(request) && values.ContainsKey(request.Route["field"]))
            throw ApiException.BadRequest("INVALID_FIELD", $"The {KeyOf(type, request).Name} field should not be specified in the sobject data.");
    }

    private static ApiReply Choices(ApiRequest request, IReadOnlyList<Record> records) => ApiReply.Json(300, writer =>
    {
        writer.WriteStartArray();
        foreach (var record in records)
            writer.WriteStringValue(RecordJson.Url(request.Version, record.Type, record.Id));
        writer.WriteEndArray();
    });
}
