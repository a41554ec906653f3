using System.Collections.Frozen;
using SalesRules.Sandbox.Schema.Package;
using SalesRules.Sandbox.Schema.Standard;

namespace SalesRules.Sandbox.Schema;

/// <summary>Every object of the org: the standard ones the service touches plus what the deployed package adds.</summary>
public sealed class OrgSchema
{
    private readonly FrozenDictionary<string, SObjectType> byName;
    private readonly FrozenDictionary<string, SObjectType> byKeyPrefix;

    private OrgSchema(IReadOnlyList<SObjectType> types)
    {
        Types = types.OrderBy(type => type.Name, StringComparer.Ordinal).ToArray();
        byName = Types.ToFrozenDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);
        byKeyPrefix = Types.ToFrozenDictionary(type => type.KeyPrefix, StringComparer.Ordinal);
        LinkChildren();
    }

    /// <summary>All objects by name.</summary>
    public IReadOnlyList<SObjectType> Types { get; }

    /// <summary>When an administrator last changed the schema; describe answers 304 to whoever knows this state.</summary>
    public DateTimeOffset LastChanged { get; internal set; }

    /// <summary>The object of this name in any case, or throws: for names the code itself knows.</summary>
    public SObjectType this[string name] => Find(name) ?? throw new KeyNotFoundException($"The org has no object {name}.");

    /// <summary>The standard objects with the custom fields and objects of a deployed package.</summary>
    public static OrgSchema Build(IReadOnlyList<StageDefinition> stages, SfdxPackage package)
    {
        var standard = StandardObjects.Define(stages).Select(definition => definition with
        {
            Fields = [.. definition.Fields, .. package.FieldsOf(definition.Traits.Name)],
        });
        return new OrgSchema([.. standard.Concat(package.Objects).Select(definition => definition.Build())]);
    }

    /// <summary>The object of this name in any case; null when the org has none.</summary>
    public SObjectType? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The object whose ids start with these three characters; null when there is none.</summary>
    public SObjectType? FindByKeyPrefix(string prefix) => byKeyPrefix.GetValueOrDefault(prefix);

    private void LinkChildren()
    {
        var children = from child in Types
                       from field in child.AllFields
                       from parent in field.ReferenceTo
                       where byName.ContainsKey(parent)
                       select (Parent: byName[parent], Relationship: new ChildRelationship(child, field, field.ChildRelationshipName));
        foreach (var group in children.GroupBy(child => child.Parent))
            group.Key.ChildRelationships = group.Select(child => child.Relationship).ToArray();
    }
}
