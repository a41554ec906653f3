using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>The org refuses to save a row that a call sends; others of the same call are saved.</summary>
public abstract record RefusedRowFault : RowFault
{
    /// <summary>How often each row is refused before it goes through; null for always.</summary>
    public int? Tries { get; init; }

    internal abstract SaveError ErrorOf(RowSave row);

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Tries < 1)
            problems.Add(nameof(Tries), "must be 1 or more; leave it out to refuse a row every time");
        if ((Where.Operation & (FaultOperation.Write | FaultOperation.Composite | FaultOperation.Bulk)) == 0)
            problems.Of(nameof(Where)).Add(nameof(Where.Operation), $"must hold insert, update, upsert or delete: {Kind} strikes rows being saved");
    }
}
