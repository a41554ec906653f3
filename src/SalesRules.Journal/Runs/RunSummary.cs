namespace SalesRules.Journal.Runs;

/// <summary>One run as the journal holds it.</summary>
/// <param name="FinishedAt">Null while it runs.</param>
/// <param name="Result">Its numbers; zeros while it runs.</param>
public sealed record RunSummary(
    RunId Id,
    string OrgId,
    RunKind Kind,
    string PolicyHash,
    DateOnly AsOf,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    RunResult Result)
{
    public RunStatus Status => Result.Status;
}
