using System.Globalization;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>Finds the parent that a body names by an external id: <c>"Account":{"ERP_Id__c":"A-17"}</c>.</summary>
internal sealed class ParentByExternalId(OrgStore store)
{
    public (string? Id, SaveError? Error) Find(SObjectField lookup, IReadOnlyDictionary<string, object?> parent)
    {
        if (TypeOf(lookup, parent) is not { } type)
            return (null, new SaveError("INVALID_FIELD", $"{lookup.RelationshipName} may point at several objects: name one in attributes.type"));
        var keys = parent.Where(entry => !string.Equals(entry.Key, "attributes", StringComparison.OrdinalIgnoreCase)).ToList();
        if (keys is not [{ Value: { } value } key] || type.FindField(key.Key) is not { } field || !store[type].HasIndex(field))
            return (null, new SaveError("INVALID_FIELD", $"{lookup.RelationshipName} needs exactly one external id field of {type.Name}"));
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return store[type].FindBy(field, text).Take(2).ToList() switch
        {
            [var record] => (record.Id, null),
            [] => (null, new SaveError("INVALID_FIELD", $"Foreign key external ID: {text} not found for field {field.Name} in entity {type.Name}")),
            _ => (null, new SaveError("DUPLICATE_EXTERNAL_ID", $"Foreign key external ID: {text} found several times for field {field.Name} in {type.Name}")),
        };
    }

    private SObjectType? TypeOf(SObjectField lookup, IReadOnlyDictionary<string, object?> parent)
    {
        if (lookup.ReferenceTo is [var only])
            return store.Schema.Find(only);
        var attributes = parent.GetValueOrDefault("attributes") as IReadOnlyDictionary<string, object?>;
        return attributes?.GetValueOrDefault("type") is string name ? store.Schema.Find(name) : null;
    }
}
