using System.Net;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Health;
using SalesRules.Journal.Slots;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Schedules.Ledger;

/// <summary>The whole worker on a PostgreSQL that goes away while slots come due: Quartz, ledger, real syncs against the sandbox org.</summary>
internal sealed class DatabaseOutageTests
{
    private TemporaryFolder folder = null!;
    private TestDatabase database = null!;
    private SandboxServer org = null!;

    [SetUp]
    public async Task StartAsync()
    {
        folder = new TemporaryFolder();
        database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        org = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
    }

    [TearDown]
    public async Task CleanUpAsync()
    {
        await org.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task The_worker_lives_says_so_and_afterwards_every_slot_of_the_outage_is_accounted_for()
    {
        var settings = SandboxSettingsFile.Write(folder, org, ("Journal:ConnectionString", database.ConnectionString), ("Schedules:often:Cron", "*/2 * * * * *"));
        var parse = CommandLine.Root(TimeProvider.System).Parse(["worker", "--config", settings]);
        await using var workplace = await Workplace.OpenAsync(parse, Settings.Load(parse.GetValue(GlobalOptions.Config)), JournalUse.Write, TimeProvider.System, default);
        var clock = new QuickLooks();
        var facts = new WorkerFacts(org.Address, IsSandbox: true, Writes: true, "policy.yaml", workplace.Policy.Hash, clock.GetUtcNow());
        await using (var worker = await WorkerHost.StartAsync(workplace, facts, () => BusinessDate.Today(clock, workplace.Policy), clock, default))
        {
            await UntilAsync(async () => await CompleteAsync() > 0);

            await database.CutOffAsync();
            using var client = new HttpClient { BaseAddress = worker.Address };
            await UntilAsync(async () => (await client.GetAsync("/health")).StatusCode == HttpStatusCode.ServiceUnavailable);
            var outage = clock.GetUtcNow();
            await UntilAsync(() => Task.FromResult(clock.GetUtcNow() > outage.AddSeconds(5)));
            await database.LetInAsync();

            var before = await CompleteAsync();
            await UntilAsync(async () => await CompleteAsync() > before + 3);
        }

        var slots = await workplace.Journal.SlotsAsync("often", DateTimeOffset.UnixEpoch, 10_000);
        Assert.That(slots.Zip(slots.Skip(1)).Select(pair => (pair.Second.DueAt - pair.First.DueAt).TotalSeconds), Is.All.EqualTo(2), "none is missing");
        Assert.That(slots.SkipWhile(slot => !slot.IsOpen).Select(slot => slot.IsOpen), Is.All.True, "open is at most what the stop left to the next start");
        Assert.That(slots.Select(slot => slot.State), Does.Contain(SlotState.CaughtUp));
    }

    private async Task<long> CompleteAsync() => (long)(await database.AskAsync("select count(*) from slots where outcome = 'complete'"))!;

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
    }

    /// <summary>The machine's clock, with a watch that looks four times a second and not once a minute.</summary>
    private sealed class QuickLooks : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => period == TimeSpan.FromMinutes(1)
            ? System.CreateTimer(callback, state, dueTime / 240, period / 240)
            : System.CreateTimer(callback, state, dueTime, period);
    }
}
