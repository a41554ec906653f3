using SalesRules.Host.Syncs;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Schedules.Ledger;

/// <summary>How the slots of one run end. Pure.</summary>
/// <param name="Running">The slot that the run was for.</param>
/// <param name="CatchingUp">The older ones: caught up where the run came to its end, and otherwise skipped, because nothing has done their work.</param>
internal sealed record SlotEnds(SlotEnd Running, SlotEnd CatchingUp)
{
    /// <param name="slot">The slot that the run was for; null: it was only to catch up.</param>
    public static SlotEnds Of(SyncOutcome outcome, DateTimeOffset? slot)
    {
        var status = outcome.Status.ToString().ToLowerInvariant();
        var run = outcome.Summary?.Run;
        var own = new SlotEnd(outcome.Began ? SlotState.Ran : SlotState.Skipped, status, outcome.Sentence, run);
        return new SlotEnds(own, outcome.Status is SyncStatus.Complete or SyncStatus.Partial or SyncStatus.Planned
            ? new SlotEnd(SlotState.CaughtUp, status, $"Caught up by the run {Called(outcome, slot)}.", run, slot)
            : new SlotEnd(SlotState.Skipped, status, outcome.Began ? $"The run {Called(outcome, slot)} was to catch it up and did not come to its end: {outcome.Sentence}" : outcome.Sentence, run));
    }

    /// <summary>All of them skipped, for one reason.</summary>
    public static SlotEnds Skipped(string reason)
    {
        var end = new SlotEnd(SlotState.Skipped, "skipped", reason);
        return new SlotEnds(end, end);
    }

    private static string Called(SyncOutcome outcome, DateTimeOffset? slot) => slot is { } due
        ? FormattableString.Invariant($"of the slot {due.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC")
        : FormattableString.Invariant($"that started at {outcome.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
}
