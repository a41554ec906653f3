using SalesRules.Host.Syncs;
using SalesRules.Journal.Pauses;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Schedules.Ledger;

/// <summary>
/// What is to become of slots that have come due: the newest gets the run, older ones are caught up by it, and those that were due
/// in a pause, or of a schedule that is disabled or gone, are skipped. Pure.
/// </summary>
internal static class SlotPlan
{
    /// <param name="due">Oldest first.</param>
    /// <param name="pauses">Those that may have been in force when one of them was due, each as it came to be.</param>
    public static IReadOnlyList<DueSlot> Of(ScheduleAccount account, IReadOnlyList<DateTimeOffset> due, IReadOnlyList<Pause> pauses)
    {
        var slots = due.Select(slot => Of(slot, ReasonToSkip(account, slot, pauses))).ToList();
        if (slots.FindLastIndex(slot => slot.State == SlotState.CatchingUp) is >= 0 and var newest)
            slots[newest] = slots[newest] with { State = SlotState.Running };
        return slots;
    }

    /// <summary>Why no run is to begin for a schedule without words in force; null: it has some.</summary>
    public static string? ReasonOfTheSettings(ScheduleAccount account) => account switch
    {
        { InForce: not null } => null,
        { Terms: [.., { EndedBy: TermsEnd.Disabled, EndedAt: { } at }] } => FormattableString.Invariant($"The settings disable the schedule; the worker that started at {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC found it so."),
        { Terms: [.., { EndedAt: { } at }] } => FormattableString.Invariant($"The settings no longer have the schedule; the worker that started at {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC found it so."),
        _ => "The settings no longer have the schedule.",
    };

    private static DueSlot Of(DateTimeOffset slot, string? reason) => new(slot, reason is null ? SlotState.CatchingUp : SlotState.Skipped, reason);

    private static string? ReasonToSkip(ScheduleAccount account, DateTimeOffset slot, IReadOnlyList<Pause> pauses) =>
        pauses.FirstOrDefault(pause => pause.Since <= slot && pause.IsInForceAt(slot)) is { } pause ? SkipReason.Of(pause) : ReasonOfTheSettings(account);
}
