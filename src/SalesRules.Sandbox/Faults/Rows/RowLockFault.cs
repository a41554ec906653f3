using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>Another transaction holds the row: UNABLE_TO_LOCK_ROW. By default each row is locked for one try.</summary>
public sealed record RowLockFault : RefusedRowFault
{
    public RowLockFault() => Tries = 1;

    internal override SaveError ErrorOf(RowSave row) =>
        new("UNABLE_TO_LOCK_ROW", $"unable to obtain exclusive access to this record or 1 records: {row.Id ?? row.Type.Name}");
}
