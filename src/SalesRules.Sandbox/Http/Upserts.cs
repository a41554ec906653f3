using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http;

/// <summary>What upserts of one row and of many have in common.</summary>
internal static class Upserts
{
    /// <summary>The field that may identify rows of an object; 404 for any other.</summary>
    public static SObjectField KeyOf(SObjectType type, string name) =>
        type.FindField(name) is { } field && (field.ExternalId || (field.IdLookup && !field.NameField && field.Type != FieldType.Id))
            ? field
            : throw ApiException.NotFound($"Provided external ID field does not exist or is not accessible: {name}");

    public static SaveResult ByExternalId(
        OrgTransaction save, Org org, SObjectType type, SObjectField key, string value, IReadOnlyDictionary<string, object?> values) =>
        type.Name == "Task" && !org.Options.Behaviors.TaskUpsert
            ? SaveResult.Failed(null, new SaveError("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "entity type cannot be upserted: Task"))
            : save.Upsert(type.Name, key.Name, value, values);
}
