using SalesRules.Journal;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Salesforce.Reading;

namespace SalesRules.Host.Runs;

/// <summary>
/// Looks at the org's tasks that carry our keys and changed since the last run: one that a person closed is not opened again,
/// and a new journal learns from them which episodes run: one that our own user closed last was completed by the service, and its episode is
/// over. ceil(tasks / 2,000) calls.
/// </summary>
internal sealed class TaskSweep(TaskReader reader, RunJournal journal)
{
    private const int PageSize = 2_000;

    /// <param name="since">From when on; null: all of them.</param>
    public async Task SeeAsync(OrgSession org, RunId run, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        // The org has lost what our tasks are known by: the run that finds it back looks at all of them.
        if (org.Policy.Drift.Tasks is not null)
            return;
        var page = new List<SeenTask>(PageSize);
        await foreach (var task in reader.ReadChangedAsync(since, cancellationToken))
        {
            page.Add(new SeenTask(task.Key, task.Id, task.IsClosed, task.LastModifiedById is { } changedBy ? changedBy == org.Identity.UserId : null));
            if (page.Count < PageSize)
                continue;
            await journal.SeeTasksAsync(run, page, cancellationToken);
            page.Clear();
        }

        if (page.Count > 0)
            await journal.SeeTasksAsync(run, page, cancellationToken);
    }
}
