using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Group: a queue may own tasks and leads, so their OwnerId points here as well.</summary>
internal static class GroupObject
{
    public static SObjectDefinition Define() => new(
        new SObjectTraits("Group", "00G", "Group", "Group")
        {
            Undeletable = false,
            Searchable = false,
            Layoutable = false,
            SearchLayoutable = false,
            CompactLayoutable = false,
            Triggerable = false,
            MruEnabled = false,
            FeedEnabled = false,
            RecordTypes = [],
            SupportedScopes = [("everything", "All group")],
        },
        [
            Id("Group ID"),
            Name("Name", 40),
            Text("DeveloperName", "Developer Name", 80),
            Picklist("Type", "Type", 40, "Regular", "Queue") with { RestrictedPicklist = true, Updateable = false, DefaultedOnCreate = true },
            .. Audit(),
        ]);
}
