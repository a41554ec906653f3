using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Task.</summary>
internal static class TaskObject
{
    /// <summary>The default statuses; the last-but-two is the closed one.</summary>
    public static IReadOnlyList<string> Statuses { get; } =
        ["Not Started", "In Progress", "Completed", "Waiting on someone else", "Deferred"];

    public static SObjectDefinition Define() => new(
        new SObjectTraits("Task", "00T", "Task", "Tasks")
        {
            SupportedScopes = [("delegated", "Delegated Tasks"), ("everything", "All tasks"), ("mine", "My tasks")],
        },
        [
            Id("Activity ID"),
            .. ActivityFields.About("Tasks"),
            Date("ActivityDate", "Due Date Only") with { Permissionable = false },
            Picklist("Status", "Status", 255, Statuses).Required() with { DefaultedOnCreate = true },
            Picklist("Priority", "Priority", 255, "High", "Normal", "Low").Required() with { DefaultedOnCreate = true },
            Checkbox("IsHighPriority", "High Priority").System(),
            Polymorphic("OwnerId", "Assigned To ID", "Owner", null, "Group", "User").Required() with { DefaultedOnCreate = true },
            LongText("Description", "Description", 32000),
            IsDeleted(),
            ActivityFields.Account("Tasks"),
            Checkbox("IsClosed", "Closed").System(),
            .. Audit(),
            Checkbox("IsArchived", "Archived").System(),
            Int("CallDurationInSeconds", "Call Duration"),
            Picklist("CallType", "Call Type", 40, "Internal", "Inbound", "Outbound"),
            Text("CallDisposition", "Call Result", 255),
            Text("CallObject", "Call Object Identifier", 255),
            DateTime("ReminderDateTime", "Reminder Date/Time") with { Permissionable = false },
            Checkbox("IsReminderSet", "Reminder Set") with { Permissionable = false },
            Picklist("TaskSubtype", "Task Subtype", 40, "Task", "Email", "ListEmail", "Cadence", "Call", "LinkedIn")
                with { Updateable = false, RestrictedPicklist = true, DefaultedOnCreate = true, Permissionable = false },
            DateTime("CompletedDateTime", "Completed Date/Time").ReadOnly() with { Permissionable = false },
        ]);
}
