using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>Turns the outcome of a write, and what was read after it, into the receipt for the journal.</summary>
internal static class Receipts
{
    private const string Deleted = "ENTITY_IS_DELETED";

    public static WriteReceipt Of(PlannedRecord record, RowOutcome outcome, Opportunity? after, FieldMap fields) => outcome switch
    {
        RowOutcome.Confirmed when after is not null && Undone(record, after, fields) is { Count: > 0 } undone => WriteReceipt.Refused(
            record.Id, "CHANGED_AFTER_WRITE", $"written, but changed at once by somebody or an automation: {string.Join(", ", undone)}"),
        RowOutcome.Confirmed => WriteReceipt.Confirmed(record.Id, Image(after)),
        // Deleted between our last look and our write: nobody has to mend anything, and the next run no longer reads it.
        RowOutcome.Refused { Code: Deleted } => WriteReceipt.Moved(record.Id, ["Id (deleted meanwhile)"]),
        RowOutcome.Refused refused => WriteReceipt.Refused(record.Id, refused.Code, refused.Sentence),
        RowOutcome.Moved => WriteReceipt.Moved(record.Id, ["(changed between our last look and our write)"]),
        RowOutcome.Unclear => OfReadBack(record, after, fields),
        _ => throw new InvalidOperationException($"No receipt for the outcome {outcome.GetType().Name}."),
    };

    /// <summary>
    /// The reply was lost: what stands on the record now tells. All of the plan: it arrived. None of it: it did not, and the record is
    /// decided again. Some of it: somebody wrote on, and it stays unclear only while the record cannot be read.
    /// </summary>
    public static WriteReceipt OfReadBack(PlannedRecord record, Opportunity? now, FieldMap fields)
    {
        if (now is null)
            return WriteReceipt.Unclear(record.Id, "The reply was lost, and the record cannot be read.");
        var readable = record.Changes.Where(change => fields.Find(change.Field) is not null).ToList();
        if (readable.Count == 0 && record.Changes.Count > 0)
            return WriteReceipt.Unclear(record.Id, "The reply was lost, and no field of the write can be read any more.");
        if (readable.All(change => PlannedValues.Same(fields.Find(change.Field)!.ValueOf(now), change.To)))
            return WriteReceipt.Confirmed(record.Id, Image(now));

        // A write is one transaction: had it arrived, at least our own fields would carry it, which nobody else sets.
        return IsOurs(record, now, fields) ? WriteReceipt.Confirmed(record.Id, Image(now)) : WriteReceipt.NotWritten(record.Id);
    }

    /// <summary>Corrections that the record no longer carries right after the write that the org confirmed.</summary>
    private static List<string> Undone(PlannedRecord record, Opportunity after, FieldMap fields) =>
    [
        .. record.Changes
            .Where(change => change.Rule is not null && !PlannedValues.Same(fields.Find(change.Field)!.ValueOf(after), change.To))
            .Select(change => change.Field),
    ];

    private static bool IsOurs(PlannedRecord record, Opportunity now, FieldMap fields) =>
        record.Changes.Any(change => fields.Find(change.Field) is { ApiName: "SalesRules_Decision__c" }) && now.WrittenDecision == record.DecisionId;

    private static AfterImage Image(Opportunity? after) => new(after?.StageName, after?.ForecastCategoryName, after?.Probability);
}
