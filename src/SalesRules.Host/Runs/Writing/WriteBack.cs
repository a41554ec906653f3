using SalesRules.Journal;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>
/// Writes planned records, never over a newer human edit: each batch of 200 is read right before the write and compared, written
/// in one call, and read again after it. Three calls a batch.
/// </summary>
internal sealed class WriteBack(FieldWriter fieldWriter, RecordReader records, TaskWriteBack tasks, ScoreWriteBack scores, RunJournal journal, RunClock clock)
{
    public const int BatchSize = CollectionWriter.MostRows;

    /// <summary>Writes one batch and journals its receipts. Ctrl-C is heeded before the batch, not within.</summary>
    public async Task<BatchResult> WriteAsync(OrgSession org, RunId run, IReadOnlyList<PlannedRecord> batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var window = new RaceWindow(clock);
        var (moved, lastModified) = await LookAgainAsync(org, run, batch);

        // If the process dies behind this line, the journal says "sending": the next run reads these records back.
        var going = (await journal.MarkSendingAsync(run, [.. batch.Select(record => record.Id).Except(moved.Select(receipt => receipt.Id))], CancellationToken.None)).ToHashSet();
        var receipts = await WriteFieldsAsync(org, run, [.. batch.Where(record => going.Contains(record.Id))], lastModified, window);

        // If the process dies before this line, the org holds the write and the journal still says "sending".
        await journal.SettleAsync(run, receipts, CancellationToken.None);

        // A record that was refused, moved or is unclear is decided again: its tasks and its score row wait for that decision.
        var written = receipts.Where(receipt => receipt.Outcome == WriteState.Confirmed).Select(receipt => receipt.Id).ToHashSet();
        List<PlannedRecord> followed = [.. batch.Where(record => written.Contains(record.Id))];
        var scoreReceipts = await scores.AddAsync(run, followed);
        var taskReceipts = await tasks.AddAsync(org, run, followed, CancellationToken.None);
        return new BatchResult([.. moved, .. receipts.Where(receipt => HasChanges(batch, receipt))], taskReceipts, window.Longest) { Scores = scoreReceipts };
    }

    /// <summary>Writes the score rows and the tasks that have not yet filled a batch of their own.</summary>
    public async Task<BatchResult> FlushAsync(OrgSession org, RunId run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var scoreReceipts = await scores.FlushAsync(run);
        return new BatchResult([], await tasks.FlushAsync(org, run, CancellationToken.None)) { Scores = scoreReceipts };
    }

    /// <summary>The records that moved since they were decided, settled; and when each of the batch was last changed.</summary>
    private async Task<(IReadOnlyList<WriteReceipt> Moved, IReadOnlyDictionary<SalesforceId, DateTimeOffset?> LastModified)> LookAgainAsync(
        OrgSession org, RunId run, IReadOnlyList<PlannedRecord> batch)
    {
        var changing = batch.Where(record => record.Changes.Count > 0).ToList();
        var now = await records.ReadAsync(org, [.. changing.Select(record => record.Id)]);
        var moved = changing.Zip(now, (record, current) => MovedReceipt(record, current, org.Policy.Fields)).OfType<WriteReceipt>().ToList();
        await journal.SettleAsync(run, moved, CancellationToken.None);
        return (moved, now.OfType<Opportunity>().ToDictionary(opportunity => opportunity.Id, opportunity => opportunity.LastModifiedDate));
    }

    private async Task<IReadOnlyList<WriteReceipt>> WriteFieldsAsync(
        OrgSession org, RunId run, IReadOnlyList<PlannedRecord> going, IReadOnlyDictionary<SalesforceId, DateTimeOffset?> lastModified, RaceWindow window)
    {
        var changing = going.Where(record => record.Changes.Count > 0).ToList();
        var updates = changing.Select(record => new RecordUpdate(record.Id, Values(record))).ToList();

        // The journal has let this batch go; had this process slept since, another run might be at work on these records by now.
        journal.DemandTimeLeft(run);
        var outcomes = await fieldWriter.SendAsync(
            updates, updates is [var only] ? lastModified.GetValueOrDefault(only.Id) : null, rows => StillWantedAsync(org, run, rows, changing, window), window);
        var after = await records.ReadAsync(org, [.. changing.Select(record => record.Id)]);
        var tasksOnly = going.Except(changing).Select(record => WriteReceipt.Confirmed(record.Id, new AfterImage(null, null, null)));
        return [.. changing.Select((record, index) => Receipts.Of(record, outcomes[index], after[index], org.Policy.Fields)), .. tasksOnly];
    }

    /// <summary>Asked before locked rows are tried again: whoever held the lock may have changed the record.</summary>
    private async Task<IReadOnlyList<bool>> StillWantedAsync(OrgSession org, RunId run, IReadOnlyList<RecordUpdate> rows, IReadOnlyList<PlannedRecord> planned, RaceWindow window)
    {
        window.Open();
        var waiting = rows.Select(row => planned.First(record => record.Id == row.Id)).ToList();
        var now = await records.ReadAsync(org, [.. waiting.Select(record => record.Id)]);
        journal.DemandTimeLeft(run);
        return [.. waiting.Zip(now, (record, current) => MovedReceipt(record, current, org.Policy.Fields) is null)];
    }

    private static WriteReceipt? MovedReceipt(PlannedRecord record, Opportunity? now, FieldMap fields)
    {
        if (now is null)
            return WriteReceipt.Moved(record.Id, ["Id (deleted, or hidden from our user)"]);
        var moved = MovedFields.Of(record, now, fields);
        return moved.Count == 0 ? null : WriteReceipt.Moved(record.Id, moved);
    }

    private static bool HasChanges(IReadOnlyList<PlannedRecord> batch, WriteReceipt receipt) =>
        batch.First(record => record.Id == receipt.Id).Changes.Count > 0;

    private static Dictionary<string, FieldValue> Values(PlannedRecord record) =>
        record.Changes.Select(change => (change.Field, Value: change.To)).Concat(record.Keeps.Select(keep => (keep.Field, Value: keep.To)))
            .ToDictionary(pair => pair.Field, pair => pair.Value, StringComparer.Ordinal);
}
