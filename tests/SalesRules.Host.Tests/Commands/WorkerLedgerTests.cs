using System.Globalization;
using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Commands;

/// <summary>Whole workers, as an operator runs them, and what the ledger has of each second afterwards.</summary>
[Platform(Exclude = "Win", Reason = "Workers are stopped by signals.")]
internal sealed class WorkerLedgerTests
{
    private TemporaryFolder folder = null!;
    private SandboxServer org = null!;

    [SetUp]
    public async Task StartOrgAsync()
    {
        folder = new TemporaryFolder();
        org = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
    }

    [TearDown]
    public async Task CleanUpAsync()
    {
        await org.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task After_a_power_failure_the_next_start_accounts_for_every_slot_before_it_and_in_between()
    {
        var settings = SandboxSettingsFile.Write(folder, org, ("Schedules:each-second:Cron", "* * * * * *"), ("Writes:Enabled", "true"));
        using (var worker = Start(settings))
        {
            await worker.WaitForErrorsAsync("Sync (each-second): Complete");
            worker.Kill();
            await worker.ExitCodeAsync();
        }

        using (var next = Start(settings))
        {
            await next.WaitForErrorsAsync("Sync (each-second): Complete");
            next.Terminate();
            Assert.That(await next.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), next.Errors);
        }

        var slots = await HistoryAsync(settings);
        AssertNoGap(slots);
        Assert.That(slots.Select(slot => slot.State), Does.Contain("caught-up").And.Contain("ran"));
    }

    /// <summary>Each second from the first slot to the last has one; all have ended, except those that the last stop left to the next start.</summary>
    private static void AssertNoGap(IReadOnlyList<(DateTimeOffset DueAt, string State)> slots)
    {
        Assert.That(slots.Zip(slots.Skip(1)).Select(pair => (pair.Second.DueAt - pair.First.DueAt).TotalSeconds), Is.All.EqualTo(1));
        Assert.That(slots.SkipWhile(slot => slot.State != "open").Select(slot => slot.State), Is.All.EqualTo("open"), "only what came last is open");
        Assert.That(slots[0].State, Is.Not.EqualTo("open"));
    }

    private static async Task<IReadOnlyList<(DateTimeOffset DueAt, string State)>> HistoryAsync(string settings)
    {
        var run = await CommandRun.OfAsync("schedule", "history", "each-second", "--config", settings, "--json");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        return [.. json.RootElement.EnumerateArray().Select(slot => (DateTimeOffset.Parse(slot.GetProperty("dueAt").GetString()!, CultureInfo.InvariantCulture), slot.GetProperty("state").GetString()!))];
    }

    private SalesRulesProcess Start(string settings) => SalesRulesProcess.Start(folder.Path, new Dictionary<string, string>(), "worker", "--config", settings);
}
