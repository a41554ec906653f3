using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary>Single rows by id.</summary>
internal sealed class RowResource(Org org) : IResource
{
    public void Map(RouteTable routes) =>
        routes.Map("sobjects/{object}/{id}").On("GET", Get).On("PATCH", Patch).On("DELETE", Delete).On("POST", CreateByUpsertPath);

    /// <summary>Inserts the body as a new row.</summary>
    public ApiReply Create(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        var values = RequestJson.ReadObject(request.Body);
        return org.Write(save => save.Insert(type.Name, values), request.UserId).Created(request, type.Name);
    }

    private ApiReply Get(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        return org.Read(store => Show(request, Seen(Find(store, type, request.Route["id"])), org));
    }

    private ApiReply Patch(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        return org.Write(save =>
        {
            var record = Find(save.Store, type, request.Route["id"]);
            new RowPreconditions(request, record, org.Options.Behaviors).CheckWrite();
            save.Update(type.Name, record.Id, RequestJson.ReadObject(request.Body)).OrThrow(request);
            return ApiReply.NoContent;
        }, request.UserId);
    }

    private ApiReply Delete(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        return org.Write(save =>
        {
            save.Delete(type.Name, Find(save.Store, type, request.Route["id"]).Id).OrThrow(request);
            return ApiReply.NoContent;
        }, request.UserId);
    }

    // By id a save is seen at once, unless a fault hides it from that, too.
    private static Record Seen(Record record) => record.Table.Late.AsSeen(record, byId: true) ?? throw ApiException.NotFound();

    // POST .../sobjects/X/Id inserts: the shape of an upsert by id without one.
    private ApiReply CreateByUpsertPath(ApiRequest request) =>
        string.Equals(request.Route["id"], "Id", StringComparison.OrdinalIgnoreCase)
            ? Create(request)
            : throw new ApiException(405, "METHOD_NOT_ALLOWED", "HTTP Method 'POST' not allowed. Allowed are DELETE,GET,HEAD,PATCH");

    /// <summary>The row as GET shows it: all its fields, or those of <c>fields=</c> and the id.</summary>
    public static ApiReply Show(ApiRequest request, Record record, Org org)
    {
        var conditions = new RowPreconditions(request, record, org.Options.Behaviors);
        conditions.CheckUnmodified();
        if (conditions.IsNotModified())
            return ApiReply.NotModified;
        var fields = request.Parameter("fields") is { } names ? SelectedFields.Of(record.Type, names) : record.Type.Fields;
        return conditions.Describe(ApiReply.Json(200, writer => RecordJson.WriteRecord(writer, request.Version, record, fields)));
    }

    /// <summary>The row of a path; 404 when it never was or is in the recycle bin.</summary>
    public static Record Find(OrgStore store, SObjectType type, string id)
    {
        if (!RecordId.TryParse(id, out var full))
            throw id.Length is 15 or 18
                ? ApiException.BadRequest("MALFORMED_ID", $"malformed id {id}")
                : ApiException.NotFound($"Provided external ID field does not exist or is not accessible: {id}");
        return store[type].Find(full) switch
        {
            null => throw ApiException.NotFound(),
            { IsDeleted: true } => throw new ApiException(404, new ApiError("ENTITY_IS_DELETED", "entity is deleted", [])),
            var record => record,
        };
    }
}
