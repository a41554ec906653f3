using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Changes;

/// <summary>Somebody moves records to the recycle bin, with all that belongs to them.</summary>
public sealed record DeleteFault : ChangeFault
{
    /// <summary>Which records. Default: one open opportunity.</summary>
    public RowChoice Rows { get; init; } = new();

    internal override void Change(CallScene scene) => Save(scene, null, transaction =>
    {
        foreach (var record in Rows.Pick(scene, transaction.Store))
            Tell(scene, $"deleted {record}", transaction.Delete(record.Type.Name, record.Id));
    });

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        Rows.Check(problems.Of(nameof(Rows)));
    }
}
