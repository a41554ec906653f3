using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Event: a meeting in the calendar.</summary>
internal static class EventObject
{
    public static SObjectDefinition Define() => new(
        new SObjectTraits("Event", "00U", "Event", "Events") { SupportedScopes = [("everything", "All events"), ("mine", "My events")] },
        [
            Id("Activity ID"),
            .. ActivityFields.About("Events"),
            Text("Location", "Location", 255) with { Permissionable = false },
            Checkbox("IsAllDayEvent", "All-Day Event") with { Permissionable = false },
            DateTime("ActivityDateTime", "Due Date Time") with { Permissionable = false },
            Date("ActivityDate", "Due Date Only") with { Permissionable = false },
            Int("DurationInMinutes", "Duration") with { Permissionable = false },
            DateTime("StartDateTime", "Start Date Time") with { Permissionable = false },
            DateTime("EndDateTime", "End Date Time") with { Permissionable = false },
            LongText("Description", "Description", 32000),
            ActivityFields.Account("Events"),
            Polymorphic("OwnerId", "Assigned To ID", "Owner", null, "Group", "User").Required() with { DefaultedOnCreate = true },
            Checkbox("IsPrivate", "Private") with { Permissionable = false },
            IsDeleted(),
            .. Audit(),
            Checkbox("IsArchived", "Archived").System(),
        ]);
}
