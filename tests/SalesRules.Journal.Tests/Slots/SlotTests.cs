using SalesRules.Journal.Leases;
using SalesRules.Journal.Pauses;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Slots;

namespace SalesRules.Journal.Tests.Slots;

/// <summary>Who takes a slot, and how it ends. A second opening of the journal stands for a second node.</summary>
[OnEachDatabase]
public sealed class SlotTests(DatabaseKind database)
{
    private const string Nightly = "nightly";

    private static readonly TimeSpan Term = TimeSpan.FromMinutes(1);
    private static readonly SlotEnd Ran = new(SlotState.Ran, "complete", "20 opportunities read.", RunId.Parse("20260302-080000000-aaaaaa"));

    private JournalBench bench = null!;
    private RunJournal other = null!;
    private DateTimeOffset noon;

    [SetUp]
    public async Task OpenTwoNodesAsync()
    {
        bench = await JournalBench.OpenAsync(database);
        other = await bench.OpenNodeAsync();
        noon = bench.Clock.Now;
        await bench.Journal.SetTermsAsync([new ScheduleTerms(Nightly, "0 * * * *", "UTC", noon)], [], noon);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await other.DisposeAsync();
        await bench.DisposeAsync();
    }

    [Test]
    public async Task The_newest_ran_and_older_ones_are_caught_up_by_it()
    {
        await using (var lease = await bench.Journal.AcquireScheduleAsync(Nightly, Term))
        {
            await bench.Journal.TakeSlotsAsync(lease, [At(0, SlotState.CatchingUp), At(1, SlotState.CatchingUp), At(2, SlotState.Running)]);
            Assert.That((await AccountAsync()).Open, Is.EqualTo(new[] { new OpenSlots(lease.Token, noon, 3) }));
            Assert.That((await AccountAsync()).LeftBehind, Is.Empty, "their holder lives");
            Assert.That(await bench.Journal.EndSlotsAsync(lease, Ran, CaughtUp(2)), Is.EqualTo(3));
        }

        var slots = await SlotsAsync();
        Assert.That(slots.Select(slot => (slot.DueAt, slot.State, slot.CaughtUpBy)), Is.EqualTo(new[]
        {
            (noon, SlotState.CaughtUp, (DateTimeOffset?)noon.AddHours(2)), (noon.AddHours(1), SlotState.CaughtUp, noon.AddHours(2)), (noon.AddHours(2), SlotState.Ran, null),
        }));
        Assert.That((slots[2].Outcome, slots[2].Sentence, slots[2].Run, slots[2].IsOpen), Is.EqualTo(("complete", "20 opportunities read.", Ran.Run, false)));
        Assert.That((await AccountAsync()).Last, Is.EqualTo(slots[2]));
    }

    [Test]
    public async Task While_one_node_has_the_schedule_another_gets_none_of_its_slots()
    {
        await using var lease = await bench.Journal.AcquireScheduleAsync(Nightly, Term);

        var refusal = await Assert.ThrowsAsync<LeaseHeldException>(() => other.AcquireScheduleAsync(Nightly, Term));
        Assert.That(refusal!.Message, Does.StartWith($"The schedule {Nightly} is being worked on: a run of process "));
        await using var another = await other.AcquireScheduleAsync("hourly", Term);
        Assert.That(another.Token, Is.EqualTo(1), "each schedule has its own");
    }

    [Test]
    public async Task A_slot_that_has_a_row_is_not_taken_a_second_time()
    {
        await using var lease = await bench.Journal.AcquireScheduleAsync(Nightly, Term);
        await bench.Journal.TakeSlotsAsync(lease, [At(0, SlotState.Running)]);

        Assert.That(() => bench.Journal.TakeSlotsAsync(lease, [At(0, SlotState.Running)]), Throws.Exception);
        Assert.That(await SlotsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_a_dead_node_left_behind_is_told_apart_and_caught_up_by_the_next()
    {
        var dead = await bench.Journal.AcquireScheduleAsync(Nightly, Term);
        await bench.Journal.TakeSlotsAsync(dead, [At(0, SlotState.CatchingUp), At(1, SlotState.Running)]);
        await bench.LetLeasesRunOutAsync();
        Assert.That((await AccountAsync(other)).LeftBehind, Is.EqualTo(new[] { new OpenSlots(dead.Token, noon, 2) }));

        await using (var lease = await other.AcquireScheduleAsync(Nightly, Term))
        {
            Assert.That(await other.TakeSlotsAsync(lease, [At(2, SlotState.Running)]), Is.EqualTo(2), "left behind");
            await other.EndSlotsAsync(lease, Ran, CaughtUp(2));
        }

        var slots = await SlotsAsync();
        Assert.That(slots.Select(slot => slot.State), Is.EqualTo(new[] { SlotState.CaughtUp, SlotState.CaughtUp, SlotState.Ran }));
        Assert.That(slots[0].Sentence, Is.EqualTo("Caught up."), "it had not begun to run");
        Assert.That(slots[1].Sentence, Does.Match("^Process [0-9]+ on .+ took it at 2026-03-02 08:00:00 UTC and was stopped, or died, before it ended\\. Caught up\\.$"));
        await dead.DisposeAsync();
    }

    [Test]
    public async Task A_late_holder_ends_nothing_and_takes_nothing()
    {
        var late = await bench.Journal.AcquireScheduleAsync(Nightly, Term);
        await bench.Journal.TakeSlotsAsync(late, [At(0, SlotState.Running)]);
        await bench.LetLeasesRunOutAsync();
        await using var lease = await other.AcquireScheduleAsync(Nightly, Term);

        await Assert.ThrowsAsync<FencedOffException>(() => bench.Journal.EndSlotsAsync(late, Ran, CaughtUp(0)));
        await Assert.ThrowsAsync<FencedOffException>(() => bench.Journal.TakeSlotsAsync(late, [At(1, SlotState.Running)]));
        Assert.That((await SlotsAsync()).Single().IsOpen, Is.True);
        await late.DisposeAsync();
    }

    [Test]
    public async Task A_skipped_slot_has_its_end_and_its_reason_at_once()
    {
        await using var lease = await bench.Journal.AcquireScheduleAsync(Nightly, Term);
        await bench.Journal.TakeSlotsAsync(lease, [new DueSlot(noon, SlotState.Skipped, "Skipped: quarter end")]);

        var slot = (await SlotsAsync()).Single();
        Assert.That((slot.State, slot.IsOpen, slot.Outcome, slot.Sentence), Is.EqualTo((SlotState.Skipped, false, "skipped", "Skipped: quarter end")));
        Assert.That(await bench.Journal.EndSlotsAsync(lease, Ran, CaughtUp(0)), Is.Zero, "nothing is left to be ended");
    }

    [Test]
    public async Task Two_years_of_hours_are_taken_ended_and_forgotten_except_for_the_newest()
    {
        const int hours = 730 * 24;
        await using var lease = await bench.Journal.AcquireScheduleAsync(Nightly, Term);
        await bench.Journal.TakeSlotsAsync(lease, [.. Enumerable.Range(0, hours).Select(hour => At(hour, hour == hours - 1 ? SlotState.Running : SlotState.CatchingUp))]);
        await bench.Journal.EndSlotsAsync(lease, Ran, CaughtUp(hours - 1));

        Assert.That((await SlotsAsync()).Count, Is.EqualTo(hours));
        Assert.That(await bench.Journal.ForgetSlotsAsync(noon.AddDays(1)), Is.EqualTo(24));
        Assert.That(await bench.Journal.ForgetSlotsAsync(noon.AddDays(9_999)), Is.EqualTo(hours - 25), "the newest says how far the account goes");
        Assert.That((await AccountAsync()).Last!.DueAt, Is.EqualTo(noon.AddHours(hours - 1)));
    }

    [Test]
    public async Task An_open_slot_is_not_forgotten()
    {
        await using var lease = await bench.Journal.AcquireScheduleAsync(Nightly, Term);
        await bench.Journal.TakeSlotsAsync(lease, [At(0, SlotState.CatchingUp), At(1, SlotState.Running)]);

        Assert.That(await bench.Journal.ForgetSlotsAsync(noon.AddDays(9_999)), Is.Zero);
    }

    [Test]
    public async Task Of_long_lists_the_newest_are_shown_oldest_first()
    {
        await using var lease = await bench.Journal.AcquireScheduleAsync(Nightly, Term);
        await bench.Journal.TakeSlotsAsync(lease, [At(0, SlotState.CatchingUp), At(1, SlotState.CatchingUp), At(2, SlotState.Running)]);

        Assert.That((await bench.Journal.SlotsAsync(Nightly, noon, 2)).Select(slot => slot.DueAt), Is.EqualTo(new[] { noon.AddHours(1), noon.AddHours(2) }));
        Assert.That((await bench.Journal.SlotsAsync(Nightly, noon.AddHours(2), 9)).Single().DueAt, Is.EqualTo(noon.AddHours(2)));
    }

    [Test]
    public async Task Past_pauses_are_known_as_they_came_to_be()
    {
        await PauseAsync(Nightly, until: noon.AddHours(9));
        await PauseAsync("another", until: null);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.Journal.ResumeAsync(Nightly, "Dana Fox");
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await PauseAsync(Pause.Everything, until: null);

        var pauses = await bench.Journal.PausesSinceAsync(Nightly, noon);
        Assert.That(pauses.Select(pause => (pause.Schedule, pause.Since, pause.Until)), Is.EqualTo(new[]
        {
            (Nightly, noon, (DateTimeOffset?)noon.AddHours(1)), (Pause.Everything, noon.AddHours(2), null),
        }));
        Assert.That((await bench.Journal.PausesSinceAsync(Nightly, noon.AddHours(1))).Single().Schedule, Is.EqualTo(Pause.Everything));
    }

    private DueSlot At(int hour, SlotState state) => new(noon.AddHours(hour), state);

    private SlotEnd CaughtUp(int hour) => new(SlotState.CaughtUp, "complete", "Caught up.", Ran.Run, noon.AddHours(hour));

    private Task PauseAsync(string schedule, DateTimeOffset? until) =>
        bench.Journal.PauseAsync(new Pause(schedule, "quarter end", "Dana Fox", bench.Clock.Now, until));

    private Task<IReadOnlyList<Slot>> SlotsAsync() => bench.Journal.SlotsAsync(Nightly, noon, 100_000);

    private async Task<ScheduleAccount> AccountAsync(RunJournal? node = null) =>
        (await (node ?? bench.Journal).ScheduleAccountsAsync()).Single(account => account.Schedule == Nightly);
}
