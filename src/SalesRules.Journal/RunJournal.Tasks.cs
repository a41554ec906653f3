using SalesRules.Decisions;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Snapshots;

namespace SalesRules.Journal;

/// <summary>Tasks: what became of them, and what a sweep over the org found.</summary>
public sealed partial class RunJournal
{
    private const string TasksByKey = "select * from tasks where org_id = @orgId and task_key in (@ids)";

    /// <summary>Takes down what became of tasks that were to be created or completed, by this run or an earlier one.</summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    /// <exception cref="InvalidOperationException">A receipt is for a task that the journal does not know.</exception>
    public Task SettleTasksAsync(RunId run, IReadOnlyList<TaskReceipt> receipts, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var given = new { orgId = await DemandLeaseAsync(statements, run), ids = statements.List(receipts.Select(receipt => receipt.Key)) };
            var known = (await statements.QueryAsync<TaskRow>(TasksByKey, given)).ToDictionary(row => row.TaskKey, StringComparer.Ordinal);
            if (receipts.FirstOrDefault(receipt => !known.ContainsKey(receipt.Key)) is { } stranger)
                throw new InvalidOperationException($"The journal knows no task {stranger.Key}: a receipt for it is a mistake.");
            foreach (var receipt in receipts)
                known[receipt.Key] = Settled(known[receipt.Key], receipt);
            await statements.ExecuteManyAsync(TaskRow.Upsert, known.Values);
        },
        cancellationToken);

    /// <summary>
    /// Takes down what a sweep over the org's tasks with our keys found: a new journal recovers open tasks and episodes from it; a task
    /// that was open and now is closed, and not by us, was closed by a person. Texts that are no keys of ours are passed over.
    /// </summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    public Task SeeTasksAsync(RunId run, IReadOnlyList<SeenTask> seen, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            var deals = seen.Select(task => TaskKey.TryParse(task.Key, out var key) ? key.Record : default).Where(id => id != default).Distinct();
            var known = await statements.QueryAsync<TaskRow>(TasksByDeal, new { orgId, ids = statements.List(deals) });
            await statements.ExecuteManyAsync(TaskRow.Upsert, [.. SweptTasks.Of(orgId, Now, seen, known)]);
        },
        cancellationToken);

    /// <summary>The org's tasks whose creation has no receipt: to be read back by key and settled, <see cref="TaskReceipt.Missing"/> if the org has none.</summary>
    public Task<IReadOnlyList<UnclearTask>> UnclearTasksAsync(string orgId, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<UnclearTask>>(
        async statements =>
        [
            .. (await statements.QueryAsync<TaskRow>("select * from tasks where org_id = @orgId and state = 'unclear' order by task_key", new { orgId }))
                .Select(row => new UnclearTask(RunId.Parse(row.RunId!), row.TaskKey, SalesforceId.Parse(row.OpportunityId))),
        ],
        cancellationToken);

    private TaskRow Settled(TaskRow row, TaskReceipt receipt) => row with
    {
        Status = TaskTransitions.On(row.Status, receipt.Outcome),
        TaskId = receipt.TaskId?.Value ?? row.TaskId,
        ChangedAt = Now,
        Code = receipt.Code,
        Sentence = receipt.Sentence,
    };
}
