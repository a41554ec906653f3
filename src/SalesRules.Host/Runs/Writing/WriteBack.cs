using System.Runtime.InteropServices;
using System.Text.Json;
using SalesRules.Journal;
using SalesRules.Plans;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>
/// Writes planned records, never over a newer human edit: each batch of 200 is read right before the write and compared, written
/// in one call, and read again after it. Three calls a batch.
/// </summary>
internal sealed class WriteBack(CollectionWriter collections, TaskWriteBack tasks, RunJournal journal, FieldMap fields)
{
    public const int BatchSize = CollectionWriter.MostRows;

    private const string Opportunity = "Opportunity";

    private readonly OpportunityJsonReader reader = new(fields);

    /// <summary>Writes one batch and journals its receipts. Ctrl-C is heeded before the batch, not within.</summary>
    public async Task<BatchResult> WriteAsync(OrgSession org, RunId run, IReadOnlyList<PlannedRecord> batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var changing = batch.Where(record => record.Changes.Count > 0).ToList();
        var receipts = changing.Count == 0 ? [] : await WriteFieldsAsync(org, run, changing);
        var settled = receipts.Where(receipt => receipt.Outcome is WriteOutcome.Moved or WriteOutcome.Refused).Select(receipt => receipt.Id).ToHashSet();

        // A record that moved is decided again: its tasks wait for that decision.
        var taskReceipts = await tasks.AddAsync(run, [.. batch.Where(record => !settled.Contains(record.Id))], CancellationToken.None);
        return new BatchResult(receipts, taskReceipts);
    }

    /// <summary>Writes the tasks that have not yet filled a batch of their own.</summary>
    public async Task<BatchResult> FlushTasksAsync(RunId run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new BatchResult([], await tasks.FlushAsync(run, CancellationToken.None));
    }

    private async Task<IReadOnlyList<WriteReceipt>> WriteFieldsAsync(OrgSession org, RunId run, IReadOnlyList<PlannedRecord> records)
    {
        var read = fields.Fields.Where(field => DecisionBasis.IsDecisive(field) || field.Access != FieldAccess.Read)
            .Select(field => fields.NameOf(field)!).Where(name => org.Fields.Contains(name)).ToList();
        var before = await RetrieveAsync(records, read);
        var moved = records.Zip(before, (record, now) => now is null ? MovedReceipts.Gone(record) : MovedReceipts.Of(record, now, fields)).ToList();
        var ready = records.Where((_, index) => moved[index] is null).ToList();

        // If the process dies behind this line, the journal says "sending": the next run reads these records back.
        await journal.MarkSendingAsync(run, [.. ready.Select(record => record.Id)], CancellationToken.None);
        var updates = ready.Select(record => new RecordUpdate(record.Id, Values(record))).ToList();
        var outcomes = await collections.UpdateAsync(Opportunity, updates, rows => StillWantedAsync(rows, ready, read), CancellationToken.None);
        var after = await RetrieveAsync(ready, read);

        var receipts = moved.OfType<WriteReceipt>()
            .Concat(ready.Select((record, index) => Receipts.Of(record, outcomes[index], after[index], fields)))
            .ToList();
        // If the process dies before this line, the org holds the write and the journal still says "sending".
        await journal.SettleAsync(run, receipts, CancellationToken.None);
        return receipts;
    }

    private async Task<IReadOnlyList<Opportunity?>> RetrieveAsync(IReadOnlyList<PlannedRecord> records, IReadOnlyList<string> read)
    {
        var rows = await collections.RetrieveAsync(Opportunity, [.. records.Select(record => record.Id)], read, CancellationToken.None);
        return [.. rows.Select(row => row is { } element ? Snapshot(element) : null)];
    }

    private Opportunity Snapshot(JsonElement record) => reader.Read(JsonMarshal.GetRawUtf8Value(record));

    /// <summary>Asked before locked rows are tried again: whoever held the lock may have changed the record.</summary>
    private async Task<IReadOnlyList<bool>> StillWantedAsync(IReadOnlyList<RecordUpdate> rows, IReadOnlyList<PlannedRecord> planned, IReadOnlyList<string> read)
    {
        var records = rows.Select(row => planned.First(record => record.Id == row.Id)).ToList();
        var now = await RetrieveAsync(records, read);
        return [.. records.Zip(now, (record, current) => current is not null && MovedReceipts.Of(record, current, fields) is null)];
    }

    private static Dictionary<string, FieldValue> Values(PlannedRecord record) =>
        record.Changes.Select(change => (change.Field, Value: change.To)).Concat(record.Keeps.Select(keep => (keep.Field, Value: keep.To)))
            .ToDictionary(pair => pair.Field, pair => pair.Value, StringComparer.Ordinal);
}
