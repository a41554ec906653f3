using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http;

/// <summary>What upserts of one row and of many have in common.</summary>
internal static class Upserts
{
    /// <summary>The field that may identify rows of an object; 404 for any other.</summary>
    public static SObjectField KeyOf(SObjectType type, string name) =>
        FindKey(type, name) ?? throw ApiException.NotFound($"Provided external ID field does not exist or is not accessible: {name}");

    /// <summary>The field of this name if it may identify rows, else null.</summary>
    public static SObjectField? FindKey(SObjectType type, string name) =>
        type.FindField(name) is { } field && (field.ExternalId || (field.IdLookup && !field.NameField && field.Type != FieldType.Id)) ? field : null;

    /// <summary>An upsert of a record that carries its key among its values; the key may be the id.</summary>
    public static SaveResult ByKey(OrgTransaction save, Org org, SObjectType type, SObjectField key, IReadOnlyDictionary<string, object?> values)
    {
        var others = new Dictionary<string, object?>(values, StringComparer.OrdinalIgnoreCase);
        var keyed = others.Remove(key.Name, out var value) && value is string { Length: > 0 };
        if (key.Type == FieldType.Id)
            return keyed ? save.Update(type.Name, (string)value!, others) : save.Insert(type.Name, others);
        return keyed ? ByExternalId(save, org, type, key, (string)value!, others) : SaveResult.Failed(null, CollectionErrors.KeyMissing(key));
    }

    public static SaveResult ByExternalId(
        OrgTransaction save, Org org, SObjectType type, SObjectField key, string value, IReadOnlyDictionary<string, object?> values) =>
        type.Name == "Task" && !org.Options.Behaviors.TaskUpsert
            ? SaveResult.Failed(null, new SaveError("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "entity type cannot be upserted: Task"))
            : save.Upsert(type.Name, key.Name, value, values);
}
