using SalesRules.Host.Schedules.Ledger;
using SalesRules.Host.Syncs;

namespace SalesRules.Host.Tests.Schedules.Ledger;

/// <summary>When a run counts as missing, and for how long.</summary>
internal sealed class MissingRunTests
{
    private LedgerBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await LedgerBench.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_slot_is_missing_once_it_is_a_quarter_of_an_hour_late()
    {
        await bench.StartAsync("0 * * * *");
        bench.Clock.Advance(TimeSpan.FromMinutes(75) - TimeSpan.FromMilliseconds(1));
        Assert.That(await MissingAsync(), Is.Null);

        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That((await MissingAsync())!.ToString(), Is.EqualTo("The schedule sync was due at 2026-03-02 09:00:00 UTC and has neither run nor been skipped."));
    }

    [Test]
    public async Task All_that_are_missing_are_counted()
    {
        await bench.StartAsync("0 * * * *");
        bench.Clock.Advance(TimeSpan.FromHours(3.5));
        Assert.That((await MissingAsync())!.ToString(), Does.EndWith("; 3 of its slots are missing."));

        bench.Clock.Advance(TimeSpan.FromDays(400));
        Assert.That((await MissingAsync())!.ToString(), Does.EndWith("; 1000 or more of its slots are missing."));
    }

    [Test]
    public async Task The_alarm_rings_while_the_journal_is_away_and_is_over_when_the_slot_has_its_end()
    {
        var worker = await bench.StartAsync("30 2 * * *");
        worker.IsCutOff = true;
        bench.Clock.Advance(TimeSpan.FromHours(19));
        await worker.LookAsync();
        Assert.That(worker.Alarm.Missing.Single().Since, Is.EqualTo(new DateTimeOffset(2026, 3, 3, 2, 30, 0, TimeSpan.Zero)));
        Assert.That(worker.Alarm.Blindness, Is.EqualTo("The journal does not answer."));

        worker.IsCutOff = false;
        await worker.LookAsync();
        await worker.LookAsync();
        Assert.That((worker.Alarm.Missing, worker.Alarm.Blindness), Is.EqualTo((Array.Empty<MissingRun>(), (string?)null)));
    }

    [Test]
    public async Task People_are_told_once_of_a_slot_whatever_number_of_nodes_finds_it_missing_and_of_the_next_one_again()
    {
        var worker = await bench.StartAsync("30 2 * * *");
        bench.Clock.Advance(TimeSpan.FromHours(18.5));
        await worker.LookAsync();
        Assert.That(await bench.AlertsAsync(), Is.EqualTo(DBNull.Value), "caught up in time");

        worker.IsCutOff = true;
        bench.Clock.Advance(TimeSpan.FromHours(25));
        await worker.LookAsync();
        worker.IsCutOff = false;
        await worker.LookAsync();
        await (await bench.StartAsync("30 2 * * *")).LookAsync();
        Assert.That(await bench.AlertsAsync(), Is.EqualTo("run-missing/sync/20260304T023000Z"));

        bench.Clock.Advance(TimeSpan.FromHours(25));
        await worker.LookAsync();
        Assert.That(await bench.AlertsAsync(), Is.EqualTo("run-missing/sync/20260304T023000Z run-missing/sync/20260305T023000Z"));
    }

    [Test]
    public async Task A_slot_that_a_dead_node_took_is_missing_and_one_that_is_being_worked_on_is_not()
    {
        var worker = await bench.StartAsync("0 * * * *");
        bench.Clock.Advance(TimeSpan.FromMinutes(80));
        worker.Syncing = async _ =>
        {
            Assert.That(await MissingAsync(), Is.Null);
            return worker.Die();
        };
        await worker.FireAsync();
        Assert.That(worker.Syncs, Has.Count.EqualTo(1));

        bench.Clock.Advance(LedgerBench.Term);
        Assert.That((await MissingAsync())!.Since.Hour, Is.EqualTo(9));
    }

    [Test]
    public async Task A_slot_that_waits_for_a_run_that_goes_on_says_so()
    {
        var worker = await bench.StartAsync("0 * * * *");
        bench.Clock.Advance(TimeSpan.FromHours(1));
        MissingRun? meanwhile = null;
        worker.Syncing = async _ =>
        {
            // A long run: its lease is renewed by the clock on the wall, which a test cannot wait for.
            bench.Clock.Advance(TimeSpan.FromMinutes(75));
            await worker.RenewAsync();
            meanwhile = await MissingAsync();
            return SyncStatus.Complete;
        };
        await worker.FireAsync();

        Assert.That(meanwhile!.ToString(), Does.Match("^The schedule sync was due at 2026-03-02 10:00:00 UTC and has neither run nor been skipped\\. It waits for a run of process [0-9]+ on .+ at 2026-03-02 09:00:00 UTC, which still goes on\\.$"));
    }

    private async Task<MissingRun?> MissingAsync() => (await bench.Journal.ScheduleAccountsAsync())
        .Select(account => MissingRun.Of(account, bench.Clock.Now, MissingRun.Patience)).SingleOrDefault(run => run is not null);
}
