using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Group: a queue may own tasks and leads, so their OwnerId points here as well.</summary>
internal static class GroupObject
{
    public static SObjectDefinition Define() => new(
        new SObjectTraits("Group", "00G", "Group", "Group").InSetup(),
        [
            Id("Group ID"),
            Name("Name", 40),
            Text("DeveloperName", "Developer Name", 80),
            Picklist("Type", "Type", 40, "Regular", "Queue") with { RestrictedPicklist = true, Updateable = false, DefaultedOnCreate = true },
            .. Audit(),
        ]);
}
