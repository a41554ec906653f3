using System.Text;
using System.Text.Json;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Schema.Package;
using SalesRules.Sandbox.Soql;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>The records a test puts in, unchecked, and the engine over them; the clock stands still.</summary>
internal sealed class QueryOrg : IDisposable
{
    private long lastId;

    public QueryOrg()
    {
        Clock = new StoppedClock(new DateTimeOffset(2026, 5, 13, 10, 0, 0, TimeSpan.Zero));
        Store = new OrgStore(OrgSchema.Build(StageLists.Policy, SfdxPackage.Embedded()));
        Engine = new SoqlEngine(Store, Clock);
    }

    public StoppedClock Clock { get; }

    public SoqlEngine Engine { get; }

    public OrgStore Store { get; }

    /// <summary>Stores a record as it is; the stamp is a year before the clock unless it is given.</summary>
    public string Add(string objectName, params (string Field, object? Value)[] values)
    {
        var type = Store.Schema[objectName];
        var id = RecordId.Create(type.KeyPrefix, 1000 + lastId++);
        var stored = new object?[type.Width];
        foreach (var field in type.AllFields)
            stored[field.Ordinal] = field.Type == FieldType.Boolean ? false : null;
        void Set(string field, object? value)
        {
            if (type.FindStored(field) is { } known)
                stored[known.Ordinal] = value;
        }

        Set("Id", id);
        foreach (var stamp in new[] { "CreatedDate", "LastModifiedDate", "SystemModstamp" })
            Set(stamp, Clock.GetUtcNow().AddYears(-1));
        foreach (var (field, value) in values)
            stored[type.FindStored(field)!.Ordinal] = value is int number ? (decimal)number : value;
        Store.Write(store =>
        {
            store.Put(new Record(store[type], stored));
            return true;
        });
        return id;
    }

    public JsonElement Query(string soql, bool includeDeleted = false, int batchSize = 2000) =>
        Parse(Engine.Query(soql, new QueryOptions { IncludeDeleted = includeDeleted, BatchSize = batchSize }));

    public JsonElement More(JsonElement page, int batchSize = 2000) => Parse(Engine.QueryMore(
        page.GetProperty("nextRecordsUrl").GetString()!.Split('/')[^1], new QueryOptions { BatchSize = batchSize }));

    /// <summary>The records of all pages.</summary>
    public IReadOnlyList<JsonElement> All(string soql, int batchSize = 2000)
    {
        var page = Query(soql, batchSize: batchSize);
        var records = page.GetProperty("records").EnumerateArray().ToList();
        while (!page.GetProperty("done").GetBoolean())
        {
            page = More(page, batchSize);
            records.AddRange(page.GetProperty("records").EnumerateArray());
        }

        return records;
    }

    /// <summary>The names of the records, in the order of the result.</summary>
    public string[] Names(string soql) => [.. All(soql).Select(record => record.GetProperty("Name").GetString()!)];

    public SoqlException Refused(string soql) => Assert.Throws<SoqlException>(() => Query(soql))!;

    public static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    public void Dispose() => Store.Dispose();

    private static JsonElement Parse(ReadOnlyMemory<byte> json) => JsonDocument.Parse(json).RootElement;
}
