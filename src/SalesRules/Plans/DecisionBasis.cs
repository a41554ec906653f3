using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// The fields of a record that its decision was made from, with their values: short ones only, so that they can be read again
/// right before the write and compared. What the service owns is compared through the planned changes themselves.
/// </summary>
public static class DecisionBasis
{
    private static readonly HashSet<string> NotDecisive = new(StringComparer.Ordinal)
    {
        "Id", "Name", "SystemModstamp", "LastModifiedDate", "CreatedDate", "LastActivityDate",
    };

    /// <summary>Whether decisions rest on the field: a person's short field of the opportunity itself.</summary>
    public static bool IsDecisive(OpportunityField field) =>
        field.Access != FieldAccess.Owned
        && field.Type is not (SalesforceFieldType.LongText or SalesforceFieldType.Url)
        && !field.ApiName.Contains('.', StringComparison.Ordinal)
        && !NotDecisive.Contains(field.ApiName);

    /// <summary>The decisive fields that are not empty, in catalogue order: an empty one that is filled later shows as moved too.</summary>
    public static IReadOnlyList<Fix> Of(Opportunity opportunity, FieldMap fields)
    {
        var basis = new List<Fix>();
        foreach (var field in fields.Fields)
        {
            if (IsDecisive(field) && field.ValueOf(opportunity) is { IsNull: false } value)
                basis.Add(new Fix(fields.NameOf(field)!, value));
        }

        return basis;
    }

    /// <summary>The names of the decisive fields whose value is no longer the one that the plan was made from.</summary>
    public static IReadOnlyList<string> Moved(IReadOnlyList<Fix> basis, Opportunity now, FieldMap fields)
    {
        var before = basis.ToDictionary(entry => entry.Field, entry => entry.To, StringComparer.Ordinal);
        return
        [
            .. from field in fields.Fields
               where IsDecisive(field)
               let name = fields.NameOf(field)!
               where field.ValueOf(now) != before.GetValueOrDefault(name)
               select name,
        ];
    }
}
