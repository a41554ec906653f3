namespace SalesRules.Journal.Slots;

/// <summary>How far the slots of a schedule are accounted for. With the words of <see cref="Terms"/> it follows what is missing.</summary>
/// <param name="Terms">Those in force and those with slots that may have no row yet, oldest first.</param>
/// <param name="Last">The newest slot with a row: whatever was due before it has one. Null: none was due yet.</param>
/// <param name="Open">Slots without an end, by who took them.</param>
/// <param name="Holder">Who works on the schedule now; null: nobody does.</param>
public sealed record ScheduleAccount(string Schedule, IReadOnlyList<ScheduleTerms> Terms, Slot? Last, IReadOnlyList<OpenSlots> Open, ScheduleHolder? Holder)
{
    /// <summary>The words by which it is due now; null: it is disabled or gone.</summary>
    public ScheduleTerms? InForce => Terms.FirstOrDefault(terms => terms.IsInForce);

    /// <summary>Slots that somebody took who has died or was stopped since.</summary>
    public IEnumerable<OpenSlots> LeftBehind => Open.Where(open => open.Token != Holder?.Token);
}

/// <summary>The holder of a schedule's lease.</summary>
/// <param name="Process">"process 17 on host-a at 2026-03-02 02:30:00 UTC".</param>
public sealed record ScheduleHolder(long Token, string Process);
