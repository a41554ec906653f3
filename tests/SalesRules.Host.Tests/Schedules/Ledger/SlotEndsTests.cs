using SalesRules.Host.Schedules.Ledger;
using SalesRules.Host.Syncs;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Tests.Schedules.Ledger;

/// <summary>From how a sync ended to how its slots end.</summary>
internal sealed class SlotEndsTests
{
    private static readonly DateTimeOffset Due = new(2026, 3, 2, 2, 30, 0, TimeSpan.Zero);

    [TestCase(SyncStatus.Complete, SlotState.Ran, SlotState.CaughtUp)]
    [TestCase(SyncStatus.Partial, SlotState.Ran, SlotState.CaughtUp)]
    [TestCase(SyncStatus.Planned, SlotState.Ran, SlotState.CaughtUp)]
    [TestCase(SyncStatus.Failed, SlotState.Ran, SlotState.Skipped)]
    [TestCase(SyncStatus.Interrupted, SlotState.Ran, SlotState.Skipped)]
    public void A_sync_that_began_ran_and_caught_others_up_only_if_it_came_to_its_end(SyncStatus status, SlotState own, SlotState older)
    {
        var ends = SlotEnds.Of(Outcome(status, began: true), Due);
        Assert.That((ends.Running.State, ends.CatchingUp.State), Is.EqualTo((own, older)));
        Assert.That(ends.CatchingUp.CaughtUpBy, Is.EqualTo(older == SlotState.CaughtUp ? Due : (DateTimeOffset?)null));
    }

    [TestCase(SyncStatus.Skipped, "skipped")]
    [TestCase(SyncStatus.Failed, "failed")]
    public void A_sync_that_could_not_begin_skips_all_with_its_reason(SyncStatus status, string outcome)
    {
        var ends = SlotEnds.Of(Outcome(status, began: false), Due);
        Assert.That(ends.Running, Is.EqualTo(new SlotEnd(SlotState.Skipped, outcome, "The reason.")));
        Assert.That(ends.CatchingUp, Is.EqualTo(ends.Running));
    }

    private static SyncOutcome Outcome(SyncStatus status, bool began) => new("sync", status, Due, Due, "The reason.") { Began = began };
}
