using SalesRules.Snapshots;

namespace SalesRules.Tests.Conventions;

/// <summary>One field of Opportunity as the catalogue, the package or the code states it.</summary>
/// <param name="Type">The catalogue's word: Text(255), Lookup(User), Picklist; standard fields have none.</param>
internal sealed record CataloguedField(string Name, SalesforceFieldType Type, FieldAccess Access)
{
    public override string ToString() => $"{Name} {Type} {Access}";
}
