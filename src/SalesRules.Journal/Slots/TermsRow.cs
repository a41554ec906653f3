using SalesRules.Journal.Database;

namespace SalesRules.Journal.Slots;

/// <summary>A row of schedule_terms.</summary>
internal sealed record TermsRow
{
    public string Schedule { get; init; } = "";

    public string Since { get; init; } = "";

    public string Cron { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public string? EndedAt { get; init; }

    public string? EndedBy { get; init; }

    public ScheduleTerms ToTerms() => new(
        Schedule, Cron, TimeZone, Stored.Instant(Since), Stored.InstantOrNull(EndedAt), EndedBy is null ? null : Stored.Value<TermsEnd>(EndedBy));
}
