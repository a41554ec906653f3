namespace SalesRules.Sandbox.Faults.Changes;

/// <summary>Among which rows a change picks.</summary>
public enum RowPool
{
    /// <summary>Rows that are not closed; of objects without that notion, all.</summary>
    Open,

    /// <summary>All rows.</summary>
    All,

    /// <summary>The rows that the struck call names by id.</summary>
    Call,
}
