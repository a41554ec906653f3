using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary>sObject Collections: up to 200 records in one call, each with a result of its own, in the order of the request.</summary>
internal sealed class CollectionsResource(Org org) : IResource
{
    private const int MostRetrieved = 2000;

    public void Map(RouteTable routes)
    {
        routes.Map("composite/sobjects").On("POST", Insert).On("PATCH", Update).On("DELETE", Delete);
        routes.Map("composite/sobjects/{object}").On("GET", Retrieve).On("POST", Retrieve);
        routes.Map("composite/sobjects/{object}/{field}").On("PATCH", Upsert);
    }

    private ApiReply Insert(ApiRequest request)
    {
        var collection = RecordCollection.Read(request, org.Schema);
        return SaveAll(request, collection.AllOrNone, collection.Records,
            (save, record) => save.Insert(record.Type.Name, record.Values));
    }

    private ApiReply Update(ApiRequest request)
    {
        var collection = RecordCollection.Read(request, org.Schema);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return SaveAll(request, collection.AllOrNone, collection.Records, (save, record) => record.Id switch
        {
            null => SaveResult.Failed(null, CollectionErrors.IdMissing()),
            var id when RecordId.TryParse(id, out var full) && !seen.Add(full) => SaveResult.Failed(full, CollectionErrors.SameIdTwice()),
            var id => save.Update(record.Type.Name, id, record.Values),
        });
    }

    private ApiReply Upsert(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        var byId = string.Equals(request.Route["field"], "Id", StringComparison.OrdinalIgnoreCase);
        var key = byId ? type.Id : Upserts.KeyOf(type, request.Route["field"]);
        var collection = RecordCollection.Read(request, org.Schema);
        return SaveAll(request, collection.AllOrNone, collection.Records,
            (save, record) => byId ? UpsertById(save, record) : Upserts.ByKey(save, org, type, key, record.Values), showCreated: true);
    }

    private static SaveResult UpsertById(OrgTransaction save, CollectionRecord record) => record.Id is { } id
        ? save.Update(record.Type.Name, id, record.Values)
        : save.Insert(record.Type.Name, record.Values);

    private ApiReply Delete(ApiRequest request)
    {
        var ids = (request.Parameter("ids") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        RecordCollection.CheckSize(ids.Length);
        var allOrNone = string.Equals(request.Parameter("allOrNone"), "true", StringComparison.OrdinalIgnoreCase);
        return SaveAll(request, allOrNone, ids, DeleteOne);
    }

    private SaveResult DeleteOne(OrgTransaction save, string id)
    {
        if (!RecordId.TryParse(id, out var full))
            return SaveResult.Failed(null, SaveErrors.MalformedId(id));
        return org.Schema.FindByKeyPrefix(full[..3]) is { } type
            ? save.Delete(type.Name, full)
            : SaveResult.Failed(null, SaveErrors.InvalidCrossReference());
    }

    private ApiReply Retrieve(ApiRequest request)
    {
        var type = org.ObjectOf(request);
        var (ids, names) = RetrieveRequest.Read(request);
        if (ids.Count > MostRetrieved)
            throw CollectionErrors.TooMany(MostRetrieved);
        var fields = SelectedFields.Of(type, names);
        return org.Read(store => ApiReply.Json(200, writer =>
        {
            writer.WriteStartArray();
            foreach (var id in ids)
                if (RecordId.TryParse(id, out var full) && store[type].Late.AsSeen(store[type].Find(full), byId: true) is { IsDeleted: false } record)
                    RecordJson.WriteRecord(writer, request.Version, record, fields);
                else
                    writer.WriteNullValue();
            writer.WriteEndArray();
        }));
    }

    private ApiReply SaveAll<T>(
        ApiRequest request, bool allOrNone, IReadOnlyList<T> records, Func<OrgTransaction, T, SaveResult> saveOne, bool showCreated = false)
    {
        var results = org.Write(save =>
        {
            var start = save.Savepoint();
            var saved = records.Select(record => saveOne(save, record)).ToList();
            saved.ForEach(result => CollectionErrors.ThrowIfWholeRequestFails(result, request, org));
            if (!allOrNone || saved.TrueForAll(result => result.Success))
                return saved;
            save.RollBackTo(start);
            return saved.ConvertAll(result => result.Success ? SaveResult.Failed(null, CollectionErrors.RolledBack()) : result);
        }, request.UserId);
        return ApiReply.Json(200, writer =>
        {
            writer.WriteStartArray();
            foreach (var result in results)
                SaveResultJson.Write(writer, result, showCreated);
            writer.WriteEndArray();
        });
    }
}
