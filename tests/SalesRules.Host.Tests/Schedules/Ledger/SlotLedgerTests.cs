using SalesRules.Host.Syncs;
using SalesRules.Journal.Pauses;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Tests.Schedules.Ledger;

/// <summary>Histories of workers and their schedules, and what the ledger says of them.</summary>
internal sealed class SlotLedgerTests
{
    private LedgerBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await LedgerBench.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_new_schedule_owes_nothing_of_the_past()
    {
        var worker = await bench.StartAsync("0 * * * *");
        await worker.LookAsync();
        await worker.FireAsync();

        Assert.That(worker.Syncs, Is.Empty);
        Assert.That(await bench.SlotsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_slot_runs_once_however_often_it_is_asked_for()
    {
        var worker = await bench.StartAsync("0 * * * *");
        await PassAsync(hours: 1);
        await worker.FireAsync();
        await worker.FireAsync();
        await worker.LookAsync();

        Assert.That(worker.Syncs, Has.Count.EqualTo(1));
        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-02 09:00 Ran, complete" }));
    }

    [Test]
    public async Task After_a_time_without_a_worker_one_run_makes_up_for_all_slots()
    {
        await bench.StartAsync("0 * * * *");
        await PassAsync(hours: 3);
        var worker = await bench.StartAsync("0 * * * *");
        await worker.LookAsync();

        Assert.That(worker.Syncs, Has.Count.EqualTo(1));
        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-02 09:00 CaughtUp, complete", "03-02 10:00 CaughtUp, complete", "03-02 11:00 Ran, complete" }));
        Assert.That((await bench.SlotsAsync())[0].Sentence, Is.EqualTo("Caught up by the run of the slot 2026-03-02 11:00:00 UTC."));
    }

    [Test]
    public async Task A_failed_run_is_told_and_what_it_was_to_catch_up_is_not_called_caught_up()
    {
        var worker = await bench.StartAsync("0 * * * *");
        await PassAsync(hours: 2);
        worker.Syncing = _ => Task.FromResult(SyncStatus.Failed);
        await worker.FireAsync();

        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-02 09:00 Skipped, failed", "03-02 10:00 Ran, failed" }));
        Assert.That((await bench.SlotsAsync())[0].Sentence, Is.EqualTo("The run of the slot 2026-03-02 10:00:00 UTC was to catch it up and did not come to its end: It is Failed."));
    }

    [Test]
    public async Task Where_the_sync_is_not_let_all_slots_are_skipped_with_its_reason()
    {
        var worker = await bench.StartAsync("0 * * * *");
        await PassAsync(hours: 2);
        worker.Syncing = _ => Task.FromResult(SyncStatus.Skipped);
        await worker.FireAsync();

        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-02 09:00 Skipped, skipped", "03-02 10:00 Skipped, skipped" }));
        Assert.That((await bench.SlotsAsync()).Select(slot => slot.Sentence), Is.All.EqualTo("It is Skipped."));
    }

    [TestCase(Pause.Everything, "Everything is paused by Dana Fox since 2026-03-02 08:30 UTC until 2026-03-02 10:00 UTC: quarter end")]
    [TestCase("sync", "The schedule is paused by Dana Fox since 2026-03-02 08:30 UTC until 2026-03-02 10:00 UTC: quarter end")]
    public async Task Slots_of_a_pause_are_skipped_with_reason_owner_and_end_even_when_it_is_over(string paused, string reason)
    {
        await bench.StartAsync("0 * * * *");
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        await bench.PauseAsync(paused, until: bench.Clock.Now.AddMinutes(90));
        await PassAsync(hours: 3);
        var worker = await bench.StartAsync("0 * * * *");
        await worker.LookAsync();

        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-02 09:00 Skipped, skipped", "03-02 10:00 CaughtUp, complete", "03-02 11:00 Ran, complete" }));
        Assert.That((await bench.SlotsAsync())[0].Sentence, Is.EqualTo(reason), "the instant of a pause's end is no longer in it");
    }

    [Test]
    public async Task Slots_that_all_fell_into_a_pause_need_no_run()
    {
        var worker = await bench.StartAsync("0 * * * *");
        await bench.PauseAsync("sync", until: bench.Clock.Now.AddHours(2.5));
        await PassAsync(hours: 2.75);
        await worker.LookAsync();

        Assert.That(worker.Syncs, Is.Empty);
        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-02 09:00 Skipped, skipped", "03-02 10:00 Skipped, skipped" }));
    }

    [TestCase(false, "The settings no longer have the schedule; the worker that started at 2026-03-02 10:30:00 UTC found it so.")]
    [TestCase(true, "The settings disable the schedule; the worker that started at 2026-03-02 10:30:00 UTC found it so.")]
    public async Task What_was_due_of_a_schedule_that_is_gone_is_skipped_with_that_reason(bool isDisabled, string reason)
    {
        await bench.StartAsync("0 * * * *");
        await PassAsync(hours: 2.5);
        var worker = isDisabled ? await bench.StartAsync(("sync", "0 * * * *", "UTC", false)) : await bench.StartAsync();
        await PassAsync(hours: 5);
        await worker.LookAsync();

        Assert.That(worker.Syncs, Is.Empty);
        Assert.That((await bench.SlotsAsync()).Select(slot => (slot.DueAt.Hour, slot.State, slot.Sentence)), Is.EqualTo(new[] { (9, SlotState.Skipped, reason), (10, SlotState.Skipped, reason) }));
    }

    [Test]
    public async Task Slots_of_the_old_words_are_accounted_for_until_the_words_changed()
    {
        await bench.StartAsync("0 * * * *");
        await PassAsync(hours: 2.25);
        var worker = await bench.StartAsync("30 * * * *");
        await PassAsync(hours: 1);
        await worker.LookAsync();

        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-02 09:00 CaughtUp, complete", "03-02 10:00 CaughtUp, complete", "03-02 10:30 Ran, complete" }));
    }

    [Test]
    public async Task A_slot_of_a_node_that_died_is_told_apart_and_caught_up_by_the_next_run()
    {
        var worker = await bench.StartAsync("30 2 * * *");
        await PassAsync(hours: 18.5);
        worker.Syncing = _ => Task.FromResult(worker.Die());
        await worker.FireAsync();
        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-03 02:30 open" }));

        await PassAsync(hours: 0.25);
        var next = await bench.StartAsync("30 2 * * *");
        await next.LookAsync();
        Assert.That(next.Syncs, Has.Count.EqualTo(1), "at once, and not a day later");
        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-03 02:30 CaughtUp, complete" }));
        Assert.That((await bench.SlotsAsync())[0].Sentence, Does.Contain("was stopped, or died, before it ended. Caught up by the run that started at 2026-03-03 02:45:00 UTC."));
    }

    [Test]
    public async Task A_run_that_a_stop_cut_short_is_caught_up_by_the_next_start()
    {
        var worker = await bench.StartAsync("30 2 * * *");
        await PassAsync(hours: 18.5);
        worker.Syncing = _ => Task.FromResult(worker.Stop());
        await worker.FireAsync();

        var next = await bench.StartAsync("30 2 * * *");
        await next.LookAsync();
        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-03 02:30 CaughtUp, complete" }), "the lease was given back, so that nobody waits");
    }

    [Test]
    public async Task A_run_that_the_kill_switch_cut_short_has_its_end()
    {
        var worker = await bench.StartAsync("0 * * * *");
        await PassAsync(hours: 1);
        worker.Syncing = _ => Task.FromResult(SyncStatus.Interrupted);
        await worker.FireAsync();

        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-02 09:00 Ran, interrupted" }));
    }

    [Test]
    public async Task While_a_run_goes_on_nobody_else_begins_another_and_what_comes_due_meanwhile_is_not_lost()
    {
        var one = await bench.StartAsync("0 * * * *");
        var two = await bench.StartAsync("0 * * * *");
        await PassAsync(hours: 1);
        one.Syncing = async _ =>
        {
            await two.FireAsync();
            await two.LookAsync();
            await PassAsync(hours: 1);
            await one.RenewAsync();
            await two.FireAsync();
            return SyncStatus.Complete;
        };
        await one.FireAsync();
        Assert.That(two.Syncs, Is.Empty);

        await two.LookAsync();
        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-02 09:00 Ran, complete", "03-02 10:00 Ran, complete" }));
        Assert.That((one.Syncs.Count, two.Syncs.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_node_that_wakes_up_after_its_lease_was_taken_leaves_the_others_end_as_it_is()
    {
        var late = await bench.StartAsync("0 * * * *");
        var other = await bench.StartAsync("0 * * * *");
        await PassAsync(hours: 1);
        late.Syncing = async _ =>
        {
            bench.Clock.Advance(LedgerBench.Term * 2);
            await other.LookAsync();
            return SyncStatus.Failed;
        };
        await late.FireAsync();

        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-02 09:00 CaughtUp, complete" }));
    }

    [Test]
    public async Task While_the_journal_is_away_nothing_is_lost_and_the_next_look_runs_it()
    {
        var worker = await bench.StartAsync("30 2 * * *");
        worker.IsCutOff = true;
        await PassAsync(hours: 18.5);
        await worker.FireAsync();
        await PassAsync(hours: 0.1);
        await worker.LookAsync();
        Assert.That(worker.Syncs, Is.Empty);

        worker.IsCutOff = false;
        await worker.LookAsync();
        Assert.That(await bench.LinesAsync(), Is.EqualTo(new[] { "03-03 02:30 Ran, complete" }));
    }

    [Test]
    public async Task What_the_scheduler_forgets_is_run_by_the_watch_after_its_grace()
    {
        var worker = await bench.StartAsync("0 * * * *");
        var grace = TimeSpan.FromMinutes(2);
        await PassAsync(hours: 1);
        bench.Clock.Advance(grace - TimeSpan.FromSeconds(1));
        await worker.LookAsync(grace);
        Assert.That(worker.Syncs, Is.Empty);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await worker.LookAsync(grace);
        Assert.That(worker.Syncs, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Schedules_have_accounts_of_their_own()
    {
        var worker = await bench.StartAsync(("hourly", "0 * * * *", "UTC", true), ("nightly", "30 2 * * *", "UTC", true));
        await PassAsync(hours: 1);
        await worker.LookAsync();

        Assert.That(worker.Syncs.Select(sync => sync.Schedule), Is.EqualTo(new[] { "hourly" }));
        Assert.That(await bench.LinesAsync("nightly"), Is.Empty);
    }

    [Test]
    public async Task Words_that_cannot_be_read_here_are_told_and_the_other_schedules_go_on()
    {
        var worker = await bench.StartAsync("0 * * * *");
        var now = bench.Clock.Now;
        await bench.Journal.SetTermsAsync([new ScheduleTerms("sync", "0 * * * *", "UTC", now), new ScheduleTerms("odd", "0 * * * *", "Mars/Phobos", now)], [], now);
        await PassAsync(hours: 1);
        await worker.LookAsync();

        Assert.That(worker.Alarm.Blindness, Does.StartWith("The journal has the schedule odd due at '0 * * * *' in Mars/Phobos, which cannot be read here: "));
        Assert.That(worker.Syncs.Select(sync => sync.Schedule), Is.EqualTo(new[] { "sync" }));
    }

    [TestCase(799, 3)]
    [TestCase(801, 1)]
    public async Task The_ledger_remembers_800_days_and_always_how_far_it_goes(int days, int left)
    {
        var worker = await bench.StartAsync("0 9-11 2 3 *");
        for (var hour = 9; hour <= 11; hour++)
        {
            await PassAsync(hours: 1);
            await worker.FireAsync();
        }

        await bench.PauseAsync("sync");
        bench.Clock.Advance(TimeSpan.FromDays(days));
        await worker.LookAsync();
        Assert.That((await bench.SlotsAsync()).Count(slot => slot.DueAt.Year == 2026), Is.EqualTo(left));
    }

    private Task PassAsync(double hours)
    {
        bench.Clock.Advance(TimeSpan.FromHours(hours));
        return Task.CompletedTask;
    }
}
