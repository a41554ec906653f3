using SalesRules.Decisions;
using SalesRules.Journal;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Plans;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>
/// Creates tasks by their key, so that none is ever doubled, and completes those whose condition has cleared. Tasks of several
/// record batches share a batch of 200.
/// </summary>
internal sealed class TaskWriteBack(CollectionWriter collections, TaskReader reader, RunJournal journal)
{
    private const string TaskObject = "Task";
    private const string Status = "Status";
    private const string Completed = "Completed";

    private readonly List<(SalesforceId Record, DealTask Task)> toCreate = [];
    private readonly List<OpenTask> toComplete = [];

    /// <summary>Takes the tasks of these records and writes what fills whole batches.</summary>
    public Task<IReadOnlyList<TaskReceipt>> AddAsync(OrgSession org, RunId run, IReadOnlyList<PlannedRecord> records, CancellationToken cancellationToken)
    {
        toCreate.AddRange(records.SelectMany(record => record.NewTasks.Select(task => (record.Id, task))));
        toComplete.AddRange(records.SelectMany(record => record.ClearedTasks));
        return WriteAsync(org, run, CollectionWriter.MostRows, cancellationToken);
    }

    /// <summary>Writes what is left.</summary>
    public Task<IReadOnlyList<TaskReceipt>> FlushAsync(OrgSession org, RunId run, CancellationToken cancellationToken) => WriteAsync(org, run, 1, cancellationToken);

    private async Task<IReadOnlyList<TaskReceipt>> WriteAsync(OrgSession org, RunId run, int least, CancellationToken cancellationToken)
    {
        var receipts = new List<TaskReceipt>();
        while (toCreate.Count >= least)
            receipts.AddRange(await CreateAsync(run, Take(toCreate), cancellationToken));
        while (toComplete.Count >= least)
            receipts.AddRange(await CompleteAsync(org, run, Take(toComplete), cancellationToken));
        // If the process dies before this line, the tasks stand in the org under their keys: the next run's sweep finds them.
        await journal.SettleTasksAsync(run, receipts, cancellationToken);
        return receipts;
    }

    private static List<T> Take<T>(List<T> queue)
    {
        var batch = queue.Take(CollectionWriter.MostRows).ToList();
        queue.RemoveRange(0, batch.Count);
        return batch;
    }

    private async Task<IEnumerable<TaskReceipt>> CreateAsync(RunId run, List<(SalesforceId Record, DealTask Task)> batch, CancellationToken cancellationToken)
    {
        // A key that the org already holds is adopted, not written over: a person may have closed or changed that task.
        var found = await FindAsync(batch.Select(entry => entry.Task.Key), cancellationToken);
        var missing = batch.Where(entry => !found.ContainsKey(entry.Task.Key)).ToList();
        var rows = missing.Select(entry => new RecordUpsert(entry.Task.Key, Values(entry.Record, entry.Task))).ToList();
        journal.DemandTimeLeft(run);
        var outcomes = await collections.UpsertAsync(TaskObject, SalesforceTask.KeyField, rows, cancellationToken);
        return found.Values.Select(task => TaskReceipts.OfReadBack(task.Key, task))
            .Concat(missing.Zip(outcomes, (entry, outcome) => TaskReceipts.Of(entry.Task.Key, outcome, TaskReceipt.Created)));
    }

    private async Task<Dictionary<string, SalesforceTask>> FindAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, SalesforceTask>(StringComparer.Ordinal);
        await foreach (var task in reader.ReadByKeysAsync(keys, cancellationToken))
            found[task.Key] = task;
        return found;
    }

    private static Dictionary<string, FieldValue> Values(SalesforceId record, DealTask task)
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal)
        {
            ["WhatId"] = FieldValue.Of(record),
            ["Subject"] = FieldValue.Of(task.Subject),
            ["ActivityDate"] = FieldValue.Of(task.Due),
            [Status] = FieldValue.Of("Not Started"),
            ["Priority"] = FieldValue.Of("Normal"),
        };
        if (task.Owner is { } owner)
            values["OwnerId"] = FieldValue.Of(owner);
        return values;
    }

    private async Task<IEnumerable<TaskReceipt>> CompleteAsync(OrgSession org, RunId run, List<OpenTask> batch, CancellationToken cancellationToken)
    {
        var found = await FindAsync(batch.Select(task => task.Key), cancellationToken);
        var open = found.Values.Where(task => !task.IsClosed).ToList();
        var updates = open.Select(task => new RecordUpdate(task.Id, new Dictionary<string, FieldValue> { [Status] = FieldValue.Of(Completed) })).ToList();
        journal.DemandTimeLeft(run);
        var outcomes = await collections.UpdateAsync(TaskObject, updates, AllStillWantedAsync, null, cancellationToken);

        // Closed by a person, or deleted: nothing is left to complete.
        return open.Zip(outcomes, (task, outcome) => TaskReceipts.Of(task.Key, outcome, TaskReceipt.Completed))
            .Concat(batch.Where(task => found.GetValueOrDefault(task.Key) is not { IsClosed: false })
                .Select(task => TaskReceipts.OfCompletion(task.Key, found.GetValueOrDefault(task.Key), org.Identity.UserId)));
    }

    private static Task<IReadOnlyList<bool>> AllStillWantedAsync(IReadOnlyList<RecordUpdate> rows) =>
        Task.FromResult<IReadOnlyList<bool>>([.. rows.Select(_ => true)]);
}
