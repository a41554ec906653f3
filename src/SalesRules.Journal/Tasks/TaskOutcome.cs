namespace SalesRules.Journal.Tasks;

/// <summary>What became of a task that was to be created or completed.</summary>
public enum TaskOutcome
{
    /// <summary>It stands open in the org.</summary>
    Created,

    /// <summary>The service completed it.</summary>
    Completed,

    /// <summary>It was found closed and the service had not done it.</summary>
    ClosedByPerson,

    /// <summary>The org refused.</summary>
    Refused,

    /// <summary>No receipt: to be read back.</summary>
    Unclear,

    /// <summary>Read back: the org has no task of that key. Its creation did not happen, or somebody deleted it.</summary>
    Missing,
}
