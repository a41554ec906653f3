using SalesRules.Snapshots;

namespace SalesRules.Journal.Tasks;

/// <summary>A task with a key of ours, as a sweep over the org's tasks found it.</summary>
/// <param name="ChangedByUs">Whether the integration user changed it last; null: not known, a closed one then counts as closed by a person.</param>
public sealed record SeenTask(string Key, SalesforceId TaskId, bool IsClosed, bool? ChangedByUs = null);
