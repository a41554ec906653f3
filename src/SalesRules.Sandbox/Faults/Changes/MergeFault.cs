using System.Text.Json.Serialization;
using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Faults.Changes;

/// <summary>
/// Somebody merges accounts, contacts or leads: what pointed at the losers points at the master, and the losers are in the bin with
/// MasterRecordId set. Salesforce merges no opportunities; those of a merged account change their AccountId.
/// </summary>
public sealed record MergeFault : ChangeFault
{
    /// <summary>Default: Account.</summary>
    [JsonPropertyName("object")]
    public string ObjectName { get; init; } = "Account";

    /// <summary>The record that stays; null picks one.</summary>
    public string? Master { get; init; }

    /// <summary>The records that go, two at most; none picks one.</summary>
    public IReadOnlyList<string> Losers { get; init; } = [];

    internal override void Change(CallScene scene) => Save(scene, null, transaction =>
    {
        var master = Pick(scene, transaction.Store, Master is null ? [] : [Master], others: Losers);
        var losers = Losers.Count > 0
            ? Losers.Select(id => Pick(scene, transaction.Store, [id], [])).ToArray()
            : [Pick(scene, transaction.Store, [], others: master is null ? [] : [master.Id])];
        foreach (var loser in losers.OfType<Record>())
            if (master is not null)
                Merge(scene, transaction, master, loser);
    });

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        problems.CheckObject("object", ObjectName);
        problems.CheckIds(nameof(Master), Master is null ? [] : [Master]);
        problems.CheckIds(nameof(Losers), Losers);
        if (problems.Org.Schema.Find(ObjectName) is { Traits.Mergeable: false })
            problems.Add("object", $"{ObjectName} records cannot be merged; Account, Contact and Lead can");
        if (Losers.Count > 2)
            problems.Add(nameof(Losers), "takes two at most, as Salesforce does");
    }

    // A loser without anything to move would show nothing, so records with children come first.
    private Record? Pick(CallScene scene, OrgStore store, IReadOnlyList<string> ids, IReadOnlyList<string> others)
    {
        var choice = new RowChoice { ObjectName = ObjectName, Ids = ids, Among = RowPool.All, Count = int.MaxValue };
        var candidates = choice.Pick(scene, store).Where(record => !others.Contains(record.Id)).ToList();
        return candidates.Find(record => Children(store, record).Any()) ?? candidates.FirstOrDefault();
    }

    private static IEnumerable<(Record Child, string Lookup)> Children(OrgStore store, Record parent) =>
        from relationship in parent.Type.ChildRelationships
        let table = store[relationship.Child]
        where table.HasIndex(relationship.Field) && relationship.Field.Name != "MasterRecordId"
        from child in table.FindBy(relationship.Field, parent.Id)
        select (child, relationship.Field.Name);

    private static void Merge(CallScene scene, OrgTransaction transaction, Record master, Record loser)
    {
        foreach (var (child, lookup) in Children(transaction.Store, loser).ToList())
            transaction.Overwrite(child.Table.Find(child.Id)!, (lookup, master.Id));
        transaction.Overwrite(loser, ("MasterRecordId", master.Id), ("IsDeleted", true));
        transaction.Overwrite(master.Table.Find(master.Id)!);
        scene.Effect.Add($"merged {loser} into {master}");
    }
}
