using System.Globalization;
using SalesRules.Journal.Database;

namespace SalesRules.Journal.Slots;

/// <summary>A row of slots.</summary>
internal sealed record SlotRow
{
    public string Schedule { get; init; } = "";

    public string DueAt { get; init; } = "";

    public string State { get; init; } = "";

    public long Token { get; init; }

    public string Host { get; init; } = "";

    public int ProcessId { get; init; }

    public string TakenAt { get; init; } = "";

    public string? EndedAt { get; init; }

    public string? Outcome { get; init; }

    public string? Sentence { get; init; }

    public string? RunId { get; init; }

    public string? CaughtUpBy { get; init; }

    public Slot ToSlot() => new(
        Schedule,
        Stored.Instant(DueAt),
        Stored.Value<SlotState>(State),
        Token,
        string.Create(CultureInfo.InvariantCulture, $"process {ProcessId} on {Host}"),
        Stored.Instant(TakenAt),
        Stored.InstantOrNull(EndedAt),
        Outcome,
        Sentence,
        RunId is null ? null : Runs.RunId.Parse(RunId),
        Stored.InstantOrNull(CaughtUpBy));
}
