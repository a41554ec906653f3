namespace SalesRules.Journal.Runs;

/// <summary>How a run stands or ended.</summary>
public enum RunStatus
{
    Running,

    /// <summary>Everything expected was read, decided and written.</summary>
    Complete,

    /// <summary>The org refused some records; they are listed.</summary>
    Partial,

    /// <summary>An unexpected failure ended it.</summary>
    Failed,

    /// <summary>Stopped for safety before its first write.</summary>
    Refused,

    /// <summary>The org's API reserve was reached: only critical changes went out.</summary>
    Deferred,

    /// <summary>Stopped by a person, or its process ended before it did.</summary>
    Interrupted,
}
