using SalesRules.Journal.Database;

namespace SalesRules.Journal.Runs;

/// <summary>A row of runs.</summary>
internal sealed record RunRow
{
    public string OrgId { get; init; } = "";

    public string RunId { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Status { get; init; } = "";

    public string PolicyHash { get; init; } = "";

    public string AsOf { get; init; } = "";

    public string StartedAt { get; init; } = "";

    public string? FinishedAt { get; init; }

    public long? Expected { get; init; }

    public int Read { get; init; }

    public int Evaluated { get; init; }

    public int Planned { get; init; }

    public int Written { get; init; }

    public int Refused { get; init; }

    public int Deferred { get; init; }

    public int ApiCalls { get; init; }

    public string? Sentence { get; init; }

    public RunSummary ToSummary() => new(
        Runs.RunId.Parse(RunId),
        OrgId,
        Stored.Value<RunKind>(Kind),
        PolicyHash,
        Stored.Date(AsOf),
        Stored.Instant(StartedAt),
        Stored.InstantOrNull(FinishedAt),
        new RunResult
        {
            Status = Stored.Value<RunStatus>(Status),
            Expected = Expected,
            Read = Read,
            Evaluated = Evaluated,
            Planned = Planned,
            Written = Written,
            Refused = Refused,
            Deferred = Deferred,
            ApiCalls = ApiCalls,
            Sentence = Sentence,
        });
}
