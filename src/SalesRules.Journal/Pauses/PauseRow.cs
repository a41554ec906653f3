using SalesRules.Journal.Database;

namespace SalesRules.Journal.Pauses;

/// <summary>A row of pauses.</summary>
internal sealed record PauseRow
{
    public string Schedule { get; init; } = "";

    public string Reason { get; init; } = "";

    public string PausedBy { get; init; } = "";

    public string PausedAt { get; init; } = "";

    public string? EndsAt { get; init; }

    public Pause ToPause() => new(Schedule, Reason, PausedBy, Stored.Instant(PausedAt), Stored.InstantOrNull(EndsAt));
}
