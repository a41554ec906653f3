using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Faults.Changes;

/// <summary>Somebody takes records out of the recycle bin, with what went there together with them.</summary>
public sealed record UndeleteFault : ChangeFault
{
    /// <summary>Which records. Default: one opportunity from the bin.</summary>
    public RowChoice Rows { get; init; } = new() { Among = RowPool.All };

    internal override void Change(CallScene scene) => Save(scene, null, transaction =>
    {
        foreach (var record in Rows.Pick(scene, transaction.Store, deleted: true))
        {
            Restore(transaction, record, record.SystemModstamp);
            scene.Effect.Add($"undeleted {record}");
        }
    });

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        Rows.Check(problems.Of(nameof(Rows)));
    }

    // One delete stamps all it takes along, so an equal stamp tells what went together.
    private static void Restore(OrgTransaction transaction, Record record, DateTimeOffset deleted)
    {
        transaction.Overwrite(record, ("IsDeleted", false));
        foreach (var relationship in record.Type.ChildRelationships.Where(relationship => relationship.Field.CascadeDelete))
            if (transaction.Store[relationship.Child] is var table && table.HasIndex(relationship.Field))
                foreach (var child in table.FindBy(relationship.Field, record.Id, includeDeleted: true).ToList())
                    if (child.IsDeleted && child.SystemModstamp == deleted)
                        Restore(transaction, child, deleted);
    }
}
