using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SalesRules.Journal.Writes;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>
/// Promise 1 as a model: whatever happens in an org, once the faults stop every open deal's latest version has a decision within
/// two runs, the org holds what an undisturbed look at it would write, and no edit of a person's is gone. SALESRULES_HISTORIES says how many.
/// </summary>
public class HistoryTests
{
    private const int EveryBuild = 150;

    [Test]
    public void After_the_faults_stop_every_open_deal_has_its_decision_within_two_runs()
    {
        var histories = int.TryParse(Environment.GetEnvironmentVariable("SALESRULES_HISTORIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : EveryBuild;
        var watch = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;

        Prop.ForAll(RandomHistories.Any, history => Check(history))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(histories).WithQuietOnSuccess(true));

        TestContext.Out.WriteLine($"{histories} histories in {watch.Elapsed.TotalSeconds:0} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0} s of processor time");
    }

    /// <summary>What fails while a failing history is made smaller is no failure of its own.</summary>
    private static void Check(History history)
    {
        using var alone = new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext();
        CheckAsync(history).GetAwaiter().GetResult();
    }

    private static async Task CheckAsync(History history)
    {
        await using var world = await HistoryWorld.StartAsync(history);
        await world.PlayAsync();
        var isBeyondOverlap = world.CalmDown();
        var versions = world.Org.Open.ToDictionary(deal => SalesforceId.Parse(deal.Id), deal => deal.SystemModstamp);

        var first = await world.LastRunAsync(reconcile: isBeyondOverlap);
        world.Rest();
        await world.LastRunAsync();

        await AllDecidedAsync(world, versions);
        await DeletedOnesKnownAsync(world);
        await NothingLeftToWriteAsync(world);
        await NoEditLostAsync(world);
        Assert.That(first.Certificate!.Faults, Is.Empty);
        Assert.That(world.Org.TaskKeys, Is.Unique, "one task per key");
        Assert.That(world.Runs.Where(run => run.IsComplete && run.Certificate is not { AddsUp: true }), Is.Empty);
    }

    private static async Task AllDecidedAsync(HistoryWorld world, Dictionary<SalesforceId, DateTimeOffset> versions)
    {
        var decided = await world.Service.RememberAsync(world.Org.Id, [.. versions.Keys]);
        var skipped = versions.Where(version => !(decided[version.Key].LastVersion >= version.Value))
            .Select(version => $"{version.Key} of {version.Value:s}, decided {decided[version.Key].LastVersion:s}");
        Assert.That(skipped, Is.Empty, "deals whose latest version has no decision");
    }

    private static async Task DeletedOnesKnownAsync(HistoryWorld world)
    {
        var all = world.Org.All;
        var known = await world.Service.RememberAsync(world.Org.Id, [.. all.Select(deal => SalesforceId.Parse(deal.Id))]);
        foreach (var deal in all)
        {
            var memory = known[SalesforceId.Parse(deal.Id)];
            if (memory.DecisionId is not null)
                Assert.That(memory.DeletedAt is not null, Is.EqualTo(deal.IsDeleted), $"{deal.Id}: whether the journal knows it as deleted");
        }
    }

    private static async Task NothingLeftToWriteAsync(HistoryWorld world)
    {
        var third = await world.LastRunAsync();
        Assert.That((third.Status, third.Planned.Deals, third.Writes.TasksCreated), Is.EqualTo(("complete", 0, 0)), $"the run after: {string.Join('\n', third.Notes.Lines)}");
        var open = world.Org.Open.Select(deal => SalesforceId.Parse(deal.Id)).ToList();
        var (plan, seen) = await world.Service.PlanAsync(open);
        Assert.That((seen, plan.Records.Count), Is.EqualTo((open.Count, 0)), "looked at one by one, no deal wants another write");
    }

    /// <summary>Each change that our user made of a category replaced the very value that the journal's plan was made from.</summary>
    private static async Task NoEditLostAsync(HistoryWorld world)
    {
        foreach (var (deal, from, to) in world.Org.OwnChangesOf("ForecastCategoryName"))
        {
            var planned = (await world.Journal.DealHistoryAsync(world.Org.Id, deal)).Writes
                .Where(write => write.State is WriteState.Confirmed or WriteState.Refused)
                .SelectMany(write => write.Record.Changes)
                .Where(change => change.Field == "ForecastCategoryName");
            Assert.That(planned.Select(change => (change.From.ToString(), change.To.ToString())), Does.Contain((from, to)), $"{deal}: a category that nobody decided about was overwritten");
        }
    }
}
