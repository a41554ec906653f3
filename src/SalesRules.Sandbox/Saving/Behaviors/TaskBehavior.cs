namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>Tasks: status decides whether one is closed, and closing one keeps the moment.</summary>
internal sealed class TaskBehavior : ActivityBehavior
{
    /// <summary>The statuses of a finished task, as TaskStatus marks them in a fresh org.</summary>
    public static bool IsClosedStatus(object? status) => status is "Completed";

    public override IEnumerable<SaveError> BeforeSave(RecordDraft draft, OrgTransaction transaction)
    {
        if (draft.IsNew)
        {
            draft.Derive("Status", "Not Started");
            draft.Derive("Priority", "Normal");
            draft.Derive("TaskSubtype", "Task");
        }
        var closed = IsClosedStatus(draft["Status"]);
        draft.Derive("IsClosed", closed);
        draft.Derive("IsHighPriority", draft["Priority"] is "High");
        if (draft.Changed("IsClosed"))
            draft.Derive("CompletedDateTime", closed ? transaction.Stamp : null);
        return base.BeforeSave(draft, transaction);
    }
}
