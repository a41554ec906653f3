using SalesRules.Decisions;

namespace SalesRules.Plans;

/// <summary>The tasks of one deal as the journal knows them.</summary>
/// <param name="Open">Tasks of running episodes that are open, or whose creation is still to be confirmed.</param>
/// <param name="ClosedByPeople">Keys of running episodes whose task a person closed: not opened again in the same episode.</param>
public sealed record KnownTasks(IReadOnlyList<OpenTask> Open, IReadOnlySet<string> ClosedByPeople)
{
    public static KnownTasks None { get; } = new([], new HashSet<string>());

    public bool Knows(string key) => ClosedByPeople.Contains(key) || Open.Any(task => task.Key == key);

    /// <summary>The open tasks that the decision no longer asks for.</summary>
    public IReadOnlyList<OpenTask> ClearedBut(IReadOnlyList<DealTask> wanted) =>
        Open.Count == 0 ? [] : [.. Open.Where(task => wanted.All(still => still.Key != task.Key))];
}
