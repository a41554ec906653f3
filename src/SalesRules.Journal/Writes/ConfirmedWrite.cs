using SalesRules.Plans;

namespace SalesRules.Journal.Writes;

/// <summary>A write that the org confirmed, and the tasks of that record that the same run made and that are still open.</summary>
public sealed record ConfirmedWrite(WrittenRecord Written, IReadOnlyList<OpenTask> OpenTasks);
