using System.Text.Json.Serialization;
using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Faults.Changes;

/// <summary>Which rows a change to the org is about: given ones, or some picked by the script's seed.</summary>
public sealed record RowChoice
{
    /// <summary>Default: Opportunity.</summary>
    [JsonPropertyName("object")]
    public string ObjectName { get; init; } = "Opportunity";

    /// <summary>These rows; none leaves the choice to the seed.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Among which rows to pick. Default: open ones.</summary>
    public RowPool Among { get; init; }

    /// <summary>How many to pick; fewer when there are fewer. Default: 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The rows, in the bin or out of it.</summary>
    internal IReadOnlyList<Record> Pick(CallScene scene, OrgStore store, bool deleted = false)
    {
        var table = store[store.Schema[ObjectName]];
        if (Ids.Count > 0)
            return Find(table, Ids, deleted);
        var pool = Among == RowPool.Call ? Find(table, scene.Call.RecordIds, deleted) : Scan(table, deleted).Where(IsInPool).ToArray();
        scene.Chance.Shuffle(pool);
        return pool[..Math.Min(Count, pool.Length)];
    }

    internal void Check(FaultProblems problems)
    {
        problems.Require("object", ObjectName);
        problems.CheckObject("object", ObjectName);
        problems.CheckIds(nameof(Ids), Ids);
        if (Count < 1)
            problems.Add(nameof(Count), "must be 1 or more");
    }

    private bool IsInPool(Record record) =>
        Among == RowPool.All || record.Type.FindStored("IsClosed") is not { } closed || record[closed] is false;

    private static IEnumerable<Record> Scan(Table table, bool deleted) =>
        deleted ? table.Scan(includeDeleted: true).Where(record => record.IsDeleted) : table.Scan();

    private static Record[] Find(Table table, IReadOnlyList<string> ids, bool deleted) =>
    [
        .. ids.Select(id => RecordId.TryParse(id, out var full) ? table.Find(full) : null)
            .OfType<Record>().Where(record => record.IsDeleted == deleted).DistinctBy(record => record.Id),
    ];
}
