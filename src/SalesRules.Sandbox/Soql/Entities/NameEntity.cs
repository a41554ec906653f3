using System.Collections.Frozen;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Soql.Entities;

/// <summary>
/// What can be read through a lookup that points to several objects (Who, What, the Owner of a task): Salesforce offers the
/// fields of its Name object there, not those of the objects themselves.
/// </summary>
internal sealed class NameEntity(IReadOnlyList<SObjectType> targets) : Entity
{
    private static readonly FrozenSet<string> Offered = FrozenSet.ToFrozenSet(
        [
            "Alias", "Email", "FirstName", "Id", "IsActive", "LastModifiedById", "LastModifiedDate", "LastName", "Name", "Phone", "ProfileId",
            "RecordTypeId", "Title", "Username", "UserRoleId",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly SObjectField TypeField = new() { Name = "Type", Label = "Type", Type = FieldType.String };

    public override string Name => "Name";

    public override EntityField? FindField(string name)
    {
        if (name.Equals(TypeField.Name, StringComparison.OrdinalIgnoreCase))
            return new EntityField(TypeField, record => record.Type.Name);
        var first = Offered.Contains(name) ? targets.Select(target => target.FindField(name)).FirstOrDefault(field => field is not null) : null;
        return first is null ? null : new EntityField(first, record => record.Type.FindField(name) is { } own ? record[own] : null);
    }

    public override ParentLookup? FindParent(string relationship) => null;
}
