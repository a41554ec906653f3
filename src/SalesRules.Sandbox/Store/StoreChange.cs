namespace SalesRules.Sandbox.Store;

/// <summary>One step of a write: what stood there (null: nothing) and what stands there now (null: nothing).</summary>
internal readonly record struct StoreChange(Record? Before, Record? After)
{
    /// <summary>Puts back what stood there.</summary>
    public void Undo()
    {
        if (Before is not null)
            Before.Table.Put(Before);
        else
            After!.Table.Remove(After);
    }
}
