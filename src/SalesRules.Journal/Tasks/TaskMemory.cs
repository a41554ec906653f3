using SalesRules.Journal.Database;
using SalesRules.Plans;
using SalesRules.Rules;

namespace SalesRules.Journal.Tasks;

/// <summary>What the rows of one deal's tasks mean for its next decision and plan.</summary>
internal static class TaskMemory
{
    /// <summary>
    /// Planned, refused and abandoned ones are not known: no task stands in the org, so the next plan asks for them again. One whose
    /// completion is not confirmed stays known, so that the next plan completes it again.
    /// </summary>
    public static KnownTasks Known(IReadOnlyList<TaskRow> rows) => new(
        [.. rows.Where(row => row.Status.MayBeOpen()).Select(row => new OpenTask(row.TaskKey, Stored.Id(row.TaskId)))],
        rows.Where(row => row.Status == TaskState.ClosedByPerson).Select(row => row.TaskKey).ToHashSet(StringComparer.Ordinal));

    /// <summary>Salesforce counts the due date of a completed task as activity: these are no person's.</summary>
    public static IReadOnlySet<DateOnly> OwnActivityDays(IReadOnlyList<TaskRow> rows) =>
        rows.Where(row => row.Status == TaskState.Completed).Select(row => Stored.DateOrNull(row.Due)).OfType<DateOnly>().ToHashSet();

    /// <summary>The running episode of each rule and part; after one that is over, the next.</summary>
    public static TaskEpisodes Episodes(IReadOnlyList<TaskRow> rows) => new(
        rows.GroupBy(row => (row.Rule, row.Part)).ToDictionary(
            group => group.Key,
            group => group.MaxBy(row => row.Episode) is var last && last!.Status.IsRunning() ? last.Episode : last!.Episode + 1));
}
