using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Entities;

/// <summary>One object of the org, with the fields the API user may see.</summary>
internal sealed class ObjectEntity(SObjectType type, OrgStore store) : Entity
{
    public SObjectType Type { get; } = type;

    public override string Name => Type.Name;

    public IEnumerable<EntityField> Fields => Type.Fields.Select(Read);

    public override EntityField? FindField(string name) => Type.FindField(name) is { } field ? Read(field) : null;

    public override ParentLookup? FindParent(string relationship) =>
        Type.FindRelationship(relationship) is { } lookup ? ParentLookup.Through(lookup, store) : null;

    private static EntityField Read(SObjectField field) => new(field, record => record[field]);
}
