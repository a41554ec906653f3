using SalesRules.Journal;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Scores;
using SalesRules.Plans;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>
/// Writes rows of score histories by their key, so that none is ever doubled. The number in the key was given after a look at the org's rows
/// in this same run, under its lease. Rows of several record batches share a batch of 200: one call each.
/// </summary>
internal sealed class ScoreWriteBack(CollectionWriter collections, RunJournal journal)
{
    private readonly List<(SalesforceId Deal, ScoreRow Row)> toWrite = [];

    /// <summary>Takes the rows of these records and writes what fills whole batches.</summary>
    public Task<IReadOnlyList<ScoreReceipt>> AddAsync(RunId run, IEnumerable<PlannedRecord> records)
    {
        toWrite.AddRange(records.Where(record => record.NewScore is not null).Select(record => (record.Id, record.NewScore!)));
        return WriteAsync(run, CollectionWriter.MostRows);
    }

    /// <summary>Writes what is left.</summary>
    public Task<IReadOnlyList<ScoreReceipt>> FlushAsync(RunId run) => WriteAsync(run, 1);

    private async Task<IReadOnlyList<ScoreReceipt>> WriteAsync(RunId run, int least)
    {
        var receipts = new List<ScoreReceipt>();
        while (toWrite.Count >= least)
        {
            var batch = toWrite.Take(CollectionWriter.MostRows).ToList();
            toWrite.RemoveRange(0, batch.Count);
            journal.DemandTimeLeft(run);
            var outcomes = await collections.UpsertAsync(
                ScoreRowReader.ObjectName, ScoreRowReader.KeyField, [.. batch.Select(entry => new RecordUpsert(entry.Row.Key, ScoreRowReader.Values(entry.Deal, entry.Row)))], CancellationToken.None);
            receipts.AddRange(batch.Zip(outcomes, (entry, outcome) => Receipt(entry.Row.Key, outcome)));
        }

        // If the process dies before this line, the journal says "sending": the next run looks for the rows by their keys.
        await journal.SettleScoresAsync(run, receipts, CancellationToken.None);
        return receipts;
    }

    private static ScoreReceipt Receipt(string key, RowOutcome outcome) => outcome switch
    {
        RowOutcome.Confirmed => new ScoreReceipt(key, ScoreRowState.Confirmed),
        RowOutcome.Refused refused => new ScoreReceipt(key, ScoreRowState.Refused, refused.Code, refused.Sentence),
        RowOutcome.Unclear unclear => new ScoreReceipt(key, ScoreRowState.Unclear, null, unclear.Sentence),
        _ => new ScoreReceipt(key, ScoreRowState.Unclear, null, "The row changed while it was being written."),
    };
}
