namespace SalesRules.Salesforce.Reading.Describe;

/// <summary>A field as our user sees it: what is hidden from the user is absent from the object.</summary>
/// <param name="Name">The API name.</param>
/// <param name="Label">What people see.</param>
/// <param name="Type">Salesforce's type, such as picklist, double or reference.</param>
/// <param name="Length">The most characters of a text; 0 for other types.</param>
/// <param name="Precision">The most digits of a number; 0 for other types.</param>
/// <param name="Scale">The digits after the decimal point.</param>
/// <param name="Createable">Whether our user may set it on a new record.</param>
/// <param name="Updateable">Whether our user may change it.</param>
/// <param name="Nillable">Whether it may be empty.</param>
/// <param name="Calculated">Whether it is a formula, whose change does not stamp the record.</param>
/// <param name="ExternalId">Whether records can be upserted by it.</param>
/// <param name="Unique">Whether no two records share a value.</param>
/// <param name="RestrictedPicklist">Whether values outside the list are refused.</param>
/// <param name="RelationshipName">How a lookup's parent is called in a query; null for other types.</param>
/// <param name="PicklistValues">The values of a picklist; empty for other types.</param>
/// <param name="ReferenceTo">The objects that a lookup points at; empty for other types.</param>
public sealed record FieldDescription(
    string Name,
    string Label,
    string Type,
    int Length,
    int Precision,
    int Scale,
    bool Createable,
    bool Updateable,
    bool Nillable,
    bool Calculated,
    bool ExternalId,
    bool Unique,
    bool RestrictedPicklist,
    string? RelationshipName,
    IReadOnlyList<PicklistValue> PicklistValues,
    IReadOnlyList<string> ReferenceTo)
{
    /// <summary>Those of the values that the field, a picklist, does not offer; none for a field of another type, which takes any.</summary>
    public IEnumerable<string> Lacking(IEnumerable<string> values) => Type == "picklist"
        ? values.Except(PicklistValues.Where(known => known.Active).Select(known => known.Value), StringComparer.OrdinalIgnoreCase)
        : [];
}
