using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesRules.Journal.Database;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Scores;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal;

/// <summary>What a revert needs: what a run wrote, and the way back on its way into the journal.</summary>
public sealed partial class RunJournal
{
    /// <summary>What the org confirmed of a run, in the order of ids, a batch at a time.</summary>
    /// <exception cref="InvalidOperationException">The journal knows no such run.</exception>
    public async IAsyncEnumerable<IReadOnlyList<ConfirmedWrite>> ConfirmedAsync(
        RunId run, int batchSize = 200, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var after = "";
        while (true)
        {
            var batch = await database.ReadAsync(statements => ConfirmedAfterAsync(statements, run, after, batchSize), cancellationToken);
            if (batch.Count == 0)
                yield break;
            yield return batch;
            after = batch[^1].Written.Planned.Id.Value;
        }
    }

    /// <summary>
    /// Journals the way back of a batch: each record is planned with its before-image like any write, and the tasks that are to be
    /// completed are marked so.
    /// </summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    public Task JournalRestorationsAsync(
        RunId run, DateTimeOffset decidedAt, IReadOnlyList<PlannedRecord> records, FieldMap fields, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            using var json = new JsonText();
            await statements.ExecuteManyAsync(WriteRow.Insert, [.. records.Select(record => Planned(record, orgId))]);
            var given = new { orgId, ids = statements.List(records.SelectMany(record => record.ClearedTasks).Select(task => task.Key)) };
            var tasks = await statements.QueryAsync<TaskRow>(TasksByKey, given);
            await statements.ExecuteManyAsync(
                TaskRow.Upsert,
                [.. tasks.Where(row => row.Status.MayBeOpen()).Select(row => row with { Status = TaskState.Clearing, RunId = run.Value, ChangedAt = Stored.Text(decidedAt) })]);

            WriteRow Planned(PlannedRecord record, string org) => new()
            {
                OrgId = org,
                RunId = run.Value,
                OpportunityId = record.Id.Value,
                Attempt = 1,
                DecisionId = record.DecisionId,
                Record = json.Of(record, (Action<Utf8JsonWriter, PlannedRecord>)PlannedRecordJson.Write),
                PlannedAt = Stored.Text(decidedAt),
                Pillars = WrittenPillars.Text(record, fields, DateOnly.FromDateTime(decidedAt.UtcDateTime)),
            };
        },
        cancellationToken);

    private static async Task<IReadOnlyList<ConfirmedWrite>> ConfirmedAfterAsync(JournalSession statements, RunId run, string after, int batchSize)
    {
        var orgId = await OrgOfAsync(statements, run);
        var writes = await statements.QueryAsync<WriteRow>(
            """
            select * from writes where org_id = @orgId and run_id = @runId and state = 'confirmed' and opportunity_id > @after
            order by opportunity_id limit @batchSize
            """,
            new { orgId, runId = run.Value, after, batchSize });
        var records = writes.Select(row => (Row: row, Planned: row.ToRecord())).ToList();
        var made = await statements.QueryAsync<TaskRow>(
            TasksByKey, new { orgId, ids = statements.List(records.SelectMany(record => record.Planned.NewTasks).Select(task => task.Key)) });

        // Clearing: a revert that died was about to complete it.
        var tasks = made.Where(row => row.Status == TaskState.Clearing || (row.Status == TaskState.Open && row.RunId == run.Value))
            .ToLookup(row => row.OpportunityId, StringComparer.Ordinal);
        return [.. records.Select(record => new ConfirmedWrite(
            new WrittenRecord(record.Planned, record.Row.AfterStage, record.Row.AfterCategory, Stored.Number(record.Row.AfterProbability)),
            [.. tasks[record.Row.OpportunityId].Select(task => new OpenTask(task.TaskKey, Stored.Id(task.TaskId)))]))];
    }
}
