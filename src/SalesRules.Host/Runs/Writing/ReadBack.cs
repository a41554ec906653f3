using SalesRules.Journal;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Scores;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>
/// Settles what earlier runs left without a receipt, by reading it back, before anything is decided: an unclear outcome is never
/// blindly repeated. No call where nothing is unclear.
/// </summary>
internal sealed class ReadBack(RunJournal journal, RecordReader records, TaskReader tasks, ScoreRowReader scores, DescribeReader describe)
{
    public async Task SettleAsync(OrgSession org, RunId run, CancellationToken cancellationToken)
    {
        foreach (var batch in (await journal.UnclearAsync(org.Id, cancellationToken)).Chunk(CollectionWriter.MostIds))
            await SettleRecordsAsync(org, run, batch, cancellationToken);
        await SettleScoresAsync(org, run, cancellationToken);
        if (org.Policy.Drift.Tasks is not null)
            return;
        foreach (var batch in (await journal.UnclearTasksAsync(org.Id, cancellationToken)).Chunk(CollectionWriter.MostRows))
            await SettleTasksAsync(run, batch, cancellationToken);
    }

    private async Task SettleRecordsAsync(OrgSession org, RunId run, UnclearWrite[] batch, CancellationToken cancellationToken)
    {
        var now = await records.ReadAsync(org, [.. batch.Select(write => write.Record.Id)]);
        var receipts = batch.Zip(now, (write, current) => (write.Run, Receipt: Of(write, current, org.Policy.Fields)));
        foreach (var earlier in receipts.ToLookup(pair => pair.Run, pair => pair.Receipt))
            await journal.SettleAsync(run, earlier.Key, [.. earlier], cancellationToken);
    }

    // Deleted meanwhile: there is nothing to write any more, and nothing to wait for.
    private static WriteReceipt Of(UnclearWrite write, Opportunity? now, FieldMap fields) =>
        now is null ? WriteReceipt.NotWritten(write.Record.Id) : Receipts.OfReadBack(write.Record, now, fields);

    private async Task SettleScoresAsync(OrgSession org, RunId run, CancellationToken cancellationToken)
    {
        var unclear = await journal.UnclearScoresAsync(org.Id, cancellationToken);
        if (unclear.Count == 0 || await describe.FindAsync(ScoreRowReader.ObjectName, cancellationToken) is null)
            return;
        foreach (var batch in unclear.Chunk(CollectionWriter.MostRows))
        {
            var found = await scores.FindAsync(batch, cancellationToken);
            await journal.SettleScoresAsync(run, [.. batch.Select(key => new ScoreReceipt(key, found.Contains(key) ? ScoreRowState.Confirmed : ScoreRowState.Abandoned))], cancellationToken);
        }
    }

    private async Task SettleTasksAsync(RunId run, UnclearTask[] batch, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, SalesforceTask>(StringComparer.Ordinal);
        await foreach (var task in tasks.ReadByKeysAsync(batch.Select(task => task.Key), cancellationToken))
            found[task.Key] = task;
        await journal.SettleTasksAsync(run, [.. batch.Select(task => TaskReceipts.OfReadBack(task.Key, found.GetValueOrDefault(task.Key)))], cancellationToken);
    }
}
