using Microsoft.Extensions.Logging.Abstractions;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Schedules.Ledger;
using SalesRules.Host.Syncs;
using SalesRules.Journal.Slots;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Schedules.Ledger;

/// <summary>
/// Two workers on one PostgreSQL that both get the same slot at the same moment, as when Quartz's cluster is torn apart: real syncs
/// against the sandbox org, without Quartz between.
/// </summary>
internal sealed class SameSlotOnTwoNodesTests
{
    private const int Rounds = 8;

    [Test]
    public async Task One_of_them_runs_it_and_the_other_does_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var org = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
        var settings = SandboxSettingsFile.Write(folder, org, ("Journal:ConnectionString", database.ConnectionString));
        await using var one = await OpenAsync(settings);
        await using var two = await OpenAsync(settings);
        var clock = new MovingClock { Now = new DateTimeOffset(2026, 3, 2, 8, 30, 0, TimeSpan.Zero) };
        await one.Journal.SetTermsAsync([new ScheduleTerms("sync", "0 * * * *", "UTC", clock.Now)], [], clock.Now);

        for (var round = 0; round < Rounds; round++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await Task.WhenAll(Task.Run(() => FireAsync(one, clock)), Task.Run(() => FireAsync(two, clock)));
        }

        var slots = await one.Journal.SlotsAsync("sync", DateTimeOffset.UnixEpoch, 100);
        var runs = await one.Journal.RunsAsync(org.Org.Id, 100);
        Assert.That(slots.Select(slot => (slot.State, slot.Outcome)), Is.All.EqualTo((SlotState.Ran, "complete")));
        Assert.That(slots.Select(slot => slot.Run!.Value).Order(), Is.EqualTo(runs.Select(run => run.Id).Order()), "each run is one slot's, each slot has one run");
        Assert.That(slots, Has.Count.EqualTo(Rounds));
    }

    private static async Task FireAsync(Workplace workplace, MovingClock clock)
    {
        using var syncs = new SyncRunner(
            workplace, SyncMode.Write, () => BusinessDate.Today(TimeProvider.System, workplace.Policy), new SyncHistory(), TimeProvider.System, NullLogger<SyncRunner>.Instance);
        var ledger = new SlotLedger(workplace.Journal, syncs.RunAsync, TimeSpan.FromMinutes(1), clock, NullLogger<SlotLedger>.Instance);
        await ledger.RunDueAsync("sync", default);
    }

    private static async Task<Workplace> OpenAsync(string settings)
    {
        var parse = CommandLine.Root(TimeProvider.System).Parse(["worker", "--config", settings]);
        return await Workplace.OpenAsync(parse, Settings.Load(parse.GetValue(GlobalOptions.Config)), JournalUse.Write, TimeProvider.System, default);
    }
}
