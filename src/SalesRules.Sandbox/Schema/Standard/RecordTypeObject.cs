using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>RecordType: queryable and empty, as in an org that uses none.</summary>
internal static class RecordTypeObject
{
    public static SObjectDefinition Define() => new(
        new SObjectTraits("RecordType", "012", "Record Type", "Record Types").WrittenByTheOrg(),
        [
            Id("Record Type ID"),
            Name("Name", 80).ReadOnly(),
            Text("DeveloperName", "Developer Name", 80).ReadOnly(),
            Text("Description", "Description", 255).ReadOnly(),
            Picklist("SobjectType", "SObject Type Name", 40).ReadOnly() with { RestrictedPicklist = true },
            Checkbox("IsActive", "Active").System(),
            .. Audit(),
        ]);
}
