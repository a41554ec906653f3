using SalesRules.Journal;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>Compares a planned record with what stands in Salesforce now.</summary>
internal static class MovedReceipts
{
    /// <summary>A receipt that names the fields which are no longer what the plan was made from; null: nothing moved.</summary>
    public static WriteReceipt? Of(PlannedRecord record, Opportunity now, FieldMap fields)
    {
        var moved = FieldsOf(record, now, fields);
        return moved.Count == 0 ? null : WriteReceipt.Moved(record.Id, moved);
    }

    public static WriteReceipt Gone(PlannedRecord record) => WriteReceipt.Moved(record.Id, ["Id"]);

    /// <summary>The fields, by the org's names, that have moved since the record was read.</summary>
    public static IReadOnlyList<string> FieldsOf(PlannedRecord record, Opportunity now, FieldMap fields) =>
    [
        .. DecisionBasis.Moved(record.Basis, now, fields)
            .Concat(record.Changes.Where(change => !PlannedValues.Same(fields.Find(change.Field)!.ValueOf(now), change.From)).Select(change => change.Field))
            .Distinct(StringComparer.Ordinal),
    ];
}
