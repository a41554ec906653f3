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

    public string? ResumedAt { get; init; }

    /// <summary>As it came to be: one that was resumed ended then.</summary>
    public Pause ToPastPause() => ToPause() with { Until = Stored.InstantOrNull(ResumedAt is null || (EndsAt is not null && string.CompareOrdinal(EndsAt, ResumedAt) < 0) ? EndsAt : ResumedAt) };

    public Pause ToPause() => new(Schedule, Reason, PausedBy, Stored.Instant(PausedAt), Stored.InstantOrNull(EndsAt));
}
