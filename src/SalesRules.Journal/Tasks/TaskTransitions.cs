namespace SalesRules.Journal.Tasks;

/// <summary>How a task's state moves on what is heard of it. Pure; a state that the news does not touch stays.</summary>
internal static class TaskTransitions
{
    /// <summary>On a receipt.</summary>
    public static TaskState On(TaskState state, TaskOutcome outcome) => outcome switch
    {
        TaskOutcome.Created => OnOpen(state),
        TaskOutcome.Completed => TaskState.Completed,
        TaskOutcome.ClosedByPerson => OnClosedByPerson(state),
        TaskOutcome.Refused => state.IsUnconfirmed() ? TaskState.Refused : state,
        TaskOutcome.Unclear => state is TaskState.Planned or TaskState.Sending ? TaskState.Unclear : state,
        _ => OnMissing(state),
    };

    /// <summary>On a sweep. A completed task that stands open again was reopened by a person and is theirs.</summary>
    public static TaskState On(TaskState state, SeenTask seen) => seen switch
    {
        { IsClosed: false } => state == TaskState.Completed ? state : OnOpen(state),
        { ChangedByUs: true } when state is not (TaskState.ClosedByPerson or TaskState.Ended) => TaskState.Completed,
        _ => OnClosedByPerson(state),
    };

    /// <summary>The first state of a task that a journal finds in the org and does not know.</summary>
    /// <param name="isLast">Whether no later episode of it is known.</param>
    public static TaskState First(SeenTask seen, bool isLast) => (seen.IsClosed, isLast) switch
    {
        (false, true) => TaskState.Open,
        // A later episode began, so this one is over and its task was never completed.
        (false, false) => TaskState.Clearing,
        (true, _) when seen.ChangedByUs == true => TaskState.Completed,
        (true, true) => TaskState.ClosedByPerson,
        (true, false) => TaskState.Ended,
    };

    /// <summary>When the condition clears before the task was ever open, or after a person closed it.</summary>
    public static bool EndsWithoutUs(TaskState state) => state.IsRunning() && !state.MayBeOpen();

    private static TaskState OnOpen(TaskState state) => state switch
    {
        TaskState.Completed => state,
        // Its condition cleared before its creation was known: now there is something to complete.
        TaskState.Clearing or TaskState.Ended => TaskState.Clearing,
        _ => TaskState.Open,
    };

    private static TaskState OnClosedByPerson(TaskState state) => state switch
    {
        TaskState.Clearing => TaskState.Ended,
        TaskState.Completed or TaskState.Ended => state,
        _ => TaskState.ClosedByPerson,
    };

    private static TaskState OnMissing(TaskState state) => state switch
    {
        TaskState.Clearing => TaskState.Ended,
        TaskState.Open or TaskState.ClosedByPerson => TaskState.ClosedByPerson,
        TaskState.Planned or TaskState.Sending or TaskState.Unclear => TaskState.Abandoned,
        _ => state,
    };
}
