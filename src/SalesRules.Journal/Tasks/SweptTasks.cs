using SalesRules.Decisions;

namespace SalesRules.Journal.Tasks;

/// <summary>What a sweep over the org's tasks means for the journal's rows. Pure.</summary>
internal static class SweptTasks
{
    /// <summary>The rows that are new or change.</summary>
    public static IEnumerable<TaskRow> Of(string orgId, string now, IReadOnlyList<SeenTask> seen, IReadOnlyList<TaskRow> known)
    {
        var byKey = known.ToDictionary(row => row.TaskKey, StringComparer.Ordinal);
        var found = seen.Where(task => TaskKey.TryParse(task.Key, out _)).DistinctBy(task => task.Key).Select(task => (Task: task, Key: Parse(task.Key))).ToList();
        var lastEpisodes = known.Select(row => (Place: (row.OpportunityId, row.Rule, row.Part), row.Episode))
            .Concat(found.Select(task => (Place: Place(task.Key), task.Key.Episode)))
            .GroupBy(entry => entry.Place, entry => entry.Episode)
            .ToDictionary(group => group.Key, group => group.Max());
        foreach (var (task, key) in found)
        {
            var row = byKey.TryGetValue(task.Key, out var before)
                ? before with { Status = TaskTransitions.On(before.Status, task), TaskId = task.TaskId.Value }
                : New(orgId, task, key, isLast: key.Episode == lastEpisodes[Place(key)]);
            if (row != before)
                yield return row with { ChangedAt = now };
        }
    }

    private static (string Rule, Snapshots.SalesforceId Record, string Part, int Episode) Parse(string text) =>
        TaskKey.TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is no key of a task.");

    private static (string OpportunityId, string Rule, string Part) Place((string Rule, Snapshots.SalesforceId Record, string Part, int Episode) key) =>
        (key.Record.Value, key.Rule, key.Part);

    private static TaskRow New(string orgId, SeenTask task, (string Rule, Snapshots.SalesforceId Record, string Part, int Episode) key, bool isLast) => new()
    {
        OrgId = orgId,
        TaskKey = task.Key,
        OpportunityId = key.Record.Value,
        Rule = key.Rule,
        Part = key.Part,
        Episode = key.Episode,
        Status = TaskTransitions.First(task, isLast),
        TaskId = task.TaskId.Value,
    };
}
