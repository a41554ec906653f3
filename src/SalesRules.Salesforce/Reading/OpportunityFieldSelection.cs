using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>Which fields of the catalogue can be asked for in this org: one unknown name makes Salesforce refuse a whole query.</summary>
/// <param name="Names">The org's API names, for <see cref="OpportunityReader"/>.</param>
/// <param name="Missing">Fields that the map names but that do not exist or are hidden from our user: schema drift.</param>
public sealed record OpportunityFieldSelection(IReadOnlyList<string> Names, IReadOnlyList<OpportunityField> Missing)
{
    /// <summary>Compares the field map with the org. Fields that some orgs lack by design are never missing.</summary>
    public static OpportunityFieldSelection For(FieldMap map, ObjectDescription opportunity)
    {
        var relationships = opportunity.Fields.Select(field => field.RelationshipName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = map.Fields.ToLookup(field => map.NameOf(field)!.Split('.') is [var parent, _, ..]
            ? relationships.Contains(parent)
            : opportunity.Find(map.NameOf(field)!) is not null);
        return new([.. found[true].Select(field => map.NameOf(field)!)], [.. found[false].Where(field => field.Always)]);
    }
}
