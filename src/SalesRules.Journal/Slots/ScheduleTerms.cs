namespace SalesRules.Journal.Slots;

/// <summary>When a schedule is due: the words of the settings, and since when they hold.</summary>
/// <param name="Cron">As the settings write it.</param>
/// <param name="TimeZone">The zone in which it is read, by its IANA name.</param>
/// <param name="Since">Slots after this instant are due by these words.</param>
/// <param name="EndedAt">The last instant that is; null: they are in force.</param>
/// <param name="EndedBy">Null while in force.</param>
public sealed record ScheduleTerms(string Schedule, string Cron, string TimeZone, DateTimeOffset Since, DateTimeOffset? EndedAt = null, TermsEnd? EndedBy = null)
{
    public bool IsInForce => EndedAt is null;

    internal bool SaysTheSameAs(ScheduleTerms other) => Schedule == other.Schedule && Cron == other.Cron && TimeZone == other.TimeZone;
}
