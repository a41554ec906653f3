using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http;

/// <summary>One record of a collections body: its object, its id if it has one, the rest of its values.</summary>
internal sealed record CollectionRecord(SObjectType Type, string? Id, IReadOnlyDictionary<string, object?> Values);

/// <summary>The body of a collections call, read and within its limits.</summary>
internal sealed record RecordCollection(bool AllOrNone, IReadOnlyList<CollectionRecord> Records)
{
    private const int MostRecords = 200;
    private const int MostChunks = 10;

    public static RecordCollection Read(ApiRequest request, OrgSchema schema)
    {
        var body = RequestJson.ReadObject(request.Body);
        if (body.GetValueOrDefault("records") is not List<object?> list)
            throw ApiException.BadRequest("JSON_PARSER_ERROR", "The body must hold a list named records");
        CheckSize(list.Count);
        var records = list.ConvertAll(entry => ReadRecord(entry, schema));
        CheckChunks(records);
        return new RecordCollection(body.GetValueOrDefault("allOrNone") is true, records);
    }

    public static void CheckSize(int count)
    {
        if (count == 0)
            throw ApiException.BadRequest("MISSING_ARGUMENT", "The call names no record");
        if (count > MostRecords)
            throw CollectionErrors.TooMany(MostRecords);
    }

    private static CollectionRecord ReadRecord(object? entry, OrgSchema schema)
    {
        if (entry is not Dictionary<string, object?> values)
            throw ApiException.BadRequest("JSON_PARSER_ERROR", "Every entry of records must be an object");
        var attributes = values.GetValueOrDefault("attributes") as IReadOnlyDictionary<string, object?>;
        if (attributes?.GetValueOrDefault("type") is not string name)
            throw ApiException.BadRequest("INVALID_TYPE", "Every record must name its object in attributes.type");
        var type = schema.Find(name) ?? throw ApiException.BadRequest("INVALID_TYPE", $"sObject type '{name}' is not supported.");
        values.Remove("attributes");
        return values.Remove("Id", out var id) ? new CollectionRecord(type, id as string, values) : new CollectionRecord(type, null, values);
    }

    // Neighbours of one object form a chunk; a body that keeps switching between objects is refused.
    private static void CheckChunks(List<CollectionRecord> records)
    {
        var chunks = 1 + records.Zip(records.Skip(1)).Count(pair => pair.First.Type != pair.Second.Type);
        if (chunks > MostChunks)
            throw CollectionErrors.TooManyChunks(MostChunks);
    }
}
