using SalesRules.Journal.Database;

namespace SalesRules.Journal.Shadows;

/// <summary>A row of shadows with its run's start.</summary>
internal sealed record ShadowRow
{
    public string RunId { get; init; } = "";

    public string StartedAt { get; init; } = "";

    public string? PolicyHash { get; init; }

    public long Decided { get; init; }

    public long Different { get; init; }

    public long Failed { get; init; }

    public string? Problem { get; init; }

    public string Disagreements { get; init; } = "";

    public ShadowEntry ToEntry() => new(Runs.RunId.Parse(RunId), Stored.Instant(StartedAt), PolicyHash, Decided, Different, Failed, Problem, Disagreements);
}
