using SalesRules.Journal;
using SalesRules.Plans;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>Turns the outcome of a write, and what was read after it, into the receipt for the journal.</summary>
internal static class Receipts
{
    public static WriteReceipt Of(PlannedRecord record, RowOutcome outcome, Opportunity? after, FieldMap fields) => outcome switch
    {
        RowOutcome.Confirmed => WriteReceipt.Confirmed(record.Id, Image(after)),
        RowOutcome.Refused refused => WriteReceipt.Refused(record.Id, refused.Code, refused.Sentence),
        RowOutcome.Moved => WriteReceipt.Moved(record.Id, ["(changed while it was locked)"]),
        // The reply was lost: what stands on the record now tells whether the write arrived.
        RowOutcome.Unclear unclear when after is not null && Holds(record, after, fields) => WriteReceipt.Confirmed(record.Id, Image(after)),
        RowOutcome.Unclear unclear => WriteReceipt.Unclear(record.Id, unclear.Code, unclear.Sentence),
        _ => throw new InvalidOperationException($"No receipt for the outcome {outcome.GetType().Name}."),
    };

    private static bool Holds(PlannedRecord record, Opportunity after, FieldMap fields) =>
        record.Changes.All(change => PlannedValues.Same(fields.Find(change.Field)!.ValueOf(after), change.To));

    private static AfterImage? Image(Opportunity? after) =>
        after is null ? null : new AfterImage(after.StageName, after.ForecastCategoryName, after.Probability);
}
