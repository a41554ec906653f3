using SalesRules.Decisions;
using SalesRules.Journal.Database;
using SalesRules.Journal.Tasks;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Pages;

/// <summary>What one decision means for its deal's tasks: which are planned, which are to be completed, whose episodes end. Pure.</summary>
internal static class TaskChanges
{
    /// <summary>The rows that change, as they will stand.</summary>
    public static IEnumerable<TaskRow> Of(PageContext context, PlannedDecision decided, IReadOnlyList<TaskRow> known)
    {
        foreach (var task in decided.Planned.NewTasks)
        {
            var state = known.FirstOrDefault(row => row.TaskKey == task.Key)?.Status;
            if (TaskKey.TryParse(task.Key, out var key) && state is null or TaskState.Planned or TaskState.Refused or TaskState.Abandoned)
                yield return Planned(context, task, key);
        }

        var cleared = decided.Planned.ClearedTasks.Select(task => task.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in known)
        {
            if (cleared.Contains(row.TaskKey) && row.Status.MayBeOpen())
                yield return row with { Status = TaskState.Clearing, RunId = context.RunId, ChangedAt = context.DecidedAt };
            else if (TaskTransitions.EndsWithoutUs(row.Status) && HasCleared(decided, row))
                yield return row with { Status = TaskState.Ended, ChangedAt = context.DecidedAt };
        }
    }

    /// <summary>A rule that could not run says nothing: its episodes go on.</summary>
    private static bool HasCleared(PlannedDecision decided, TaskRow row) =>
        decided.Standing.Decision.Tasks.All(task => task.Key != row.TaskKey) && !decided.Standing.Decision.NotRun.Contains(row.Rule);

    private static TaskRow Planned(PageContext context, DealTask task, (string Rule, SalesforceId Record, string Part, int Episode) key) => new()
    {
        OrgId = context.OrgId,
        TaskKey = task.Key,
        OpportunityId = key.Record.Value,
        Rule = key.Rule,
        Part = key.Part,
        Episode = key.Episode,
        Status = TaskState.Planned,
        Subject = task.Subject,
        OwnerId = task.Owner?.Value,
        Due = Stored.Text(task.Due),
        RunId = context.RunId,
        ChangedAt = context.DecidedAt,
    };
}
