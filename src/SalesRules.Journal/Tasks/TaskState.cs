namespace SalesRules.Journal.Tasks;

/// <summary>Where a task of ours stands, as far as the journal knows.</summary>
public enum TaskState
{
    /// <summary>Wanted; nothing has gone out.</summary>
    Planned,

    /// <summary>Its creation may have gone out.</summary>
    Sending,

    /// <summary>Its creation may have gone out and there is no receipt: to be read back by its key.</summary>
    Unclear,

    Open,

    /// <summary>The org refused to create it: wanted again by the next run.</summary>
    Refused,

    /// <summary>Its creation never went out: wanted again by the next run.</summary>
    Abandoned,

    /// <summary>A person closed it: not opened again while its episode runs.</summary>
    ClosedByPerson,

    /// <summary>Its condition cleared, the episode is over; it is still to be completed.</summary>
    Clearing,

    /// <summary>Completed by the service.</summary>
    Completed,

    /// <summary>The episode is over and there was nothing for the service to complete.</summary>
    Ended,
}

/// <summary>What the states mean together.</summary>
internal static class TaskStates
{
    /// <summary>Whether the episode still runs: the condition has not been seen to clear.</summary>
    public static bool IsRunning(this TaskState state) => state < TaskState.Clearing;

    /// <summary>Whether a task may stand open in the org.</summary>
    public static bool MayBeOpen(this TaskState state) => state is TaskState.Sending or TaskState.Unclear or TaskState.Open or TaskState.Clearing;

    public static bool IsUnconfirmed(this TaskState state) => state is TaskState.Planned or TaskState.Sending or TaskState.Unclear;
}
