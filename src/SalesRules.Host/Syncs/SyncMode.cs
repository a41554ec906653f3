namespace SalesRules.Host.Syncs;

/// <summary>What the worker may do to the org.</summary>
internal enum SyncMode
{
    /// <summary>Writes:Enabled is false: it plans and reports, and writes nothing.</summary>
    Plan,

    /// <summary>Writes are enabled, or the org is the sandbox in this process.</summary>
    Write,
}
