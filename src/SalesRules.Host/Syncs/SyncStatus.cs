namespace SalesRules.Host.Syncs;

/// <summary>How a sync ended.</summary>
internal enum SyncStatus
{
    /// <summary>Everything that was planned is done.</summary>
    Complete,

    /// <summary>Some records were refused, moved, unclear or unreadable.</summary>
    Partial,

    /// <summary>It was planned and reported; nothing was written, because writes are not enabled.</summary>
    Planned,

    /// <summary>It did not come to its end.</summary>
    Failed,

    /// <summary>It did not begin: its schedule, or everything, is paused.</summary>
    Skipped,

    /// <summary>The worker was stopped.</summary>
    Interrupted,
}
