using SalesRules.Decisions;

namespace SalesRules.Plans;

/// <summary>The tasks of one deal as the journal knows them.</summary>
/// <param name="Open">Tasks of running episodes that are open, or whose creation is still to be confirmed.</param>
/// <param name="ClosedByPeople">Keys of running episodes whose task a person closed: not opened again in the same episode.</param>
public sealed record KnownTasks(IReadOnlyList<OpenTask> Open, IReadOnlySet<string> ClosedByPeople)
{
    public static KnownTasks None { get; } = new([], new HashSet<string>());

    public bool Knows(string key) => ClosedByPeople.Contains(key) || Open.Any(task => task.Key == key);

    /// <summary>The open tasks whose condition has cleared. A rule that could not run has cleared nothing: its tasks stay.</summary>
    public IReadOnlyList<OpenTask> ClearedBy(Decision decision) =>
        Open.Count == 0 ? [] : [.. Open.Where(task => decision.Tasks.All(wanted => wanted.Key != task.Key) && Ran(task, decision))];

    private static bool Ran(OpenTask task, Decision decision) =>
        !TaskKey.TryParse(task.Key, out var key) || !decision.NotRun.Contains(key.Rule);
}
