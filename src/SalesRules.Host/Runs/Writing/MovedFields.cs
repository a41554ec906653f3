using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>Compares a planned record with what stands in Salesforce now.</summary>
internal static class MovedFields
{
    /// <summary>The fields, by the org's names, that are no longer what the plan was made from.</summary>
    public static IReadOnlyList<string> Of(PlannedRecord record, Opportunity now, FieldMap fields) =>
    [
        .. DecisionBasis.Moved(record.Basis, now, fields)
            .Concat(record.Changes.Where(change => !(fields.Find(change.Field) is { } field && PlannedValues.Same(field.ValueOf(now), change.From))).Select(change => change.Field))
            .Distinct(StringComparer.Ordinal),
    ];
}
