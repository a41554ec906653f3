using System.Collections.Concurrent;
using System.Diagnostics;

namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>
/// "Once, in effect": the process of a command is killed with SIGKILL, started again, and org and journal must end as they do where
/// nobody dies: every field of every record, the tasks, the history, and what the journal knows. SALESRULES_LONG=1 asks for all
/// scenarios, all points, several batches, restarts as processes and many random deaths, which takes hours; without it a minute or two
/// go to one scenario's points at which something is written.
/// </summary>
[Platform(Exclude = "Win", Reason = "The processes are killed by a signal.")]
internal sealed class CrashTests
{
    private const int AtOnce = 2;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SALESRULES_LONG") == "1";

    private static IEnumerable<Scenario> Scenarios => IsLong
        ? [Scenario.FirstRun, Scenario.LaterRun, Scenario.OneRecord, Scenario.Apply, Scenario.Revert, Scenario.ReadBack, Scenario.LaterRunOnPostgres, .. Scenario.InSeveralBatches]
        : [Scenario.LaterRun, Scenario.OneRecord];

    private static int Seeds => IsLong ? 50 : 2;

    /// <summary>
    /// Not a sample: every start and end of a journal transaction and of an HTTP call, every commit, every reply on its way; without
    /// SALESRULES_LONG=1 those of writes, between which neither journal nor org changes.
    /// </summary>
    [TestCaseSource(nameof(Scenarios))]
    public async Task Killed_at_any_point_and_started_again_the_end_is_the_same(Scenario scenario)
    {
        var watch = Stopwatch.StartNew();
        var (points, undisturbed) = await UndisturbedAsync(scenario);
        Assert.That(points.Select(point => point.Name), Is.SupersetOf(new[] { "before journal.write", "before journal.commit", "after journal.write", "before System.Net.Http.HttpRequestOut" }));
        Assert.That(points.Count(point => point.AtReply && point.IsWrite), Is.GreaterThan(0));

        if (!IsLong)
            points = [.. points.Where(point => point.IsWrite)];
        var failures = await FailuresAsync(points, async (site, point) =>
        {
            await site.DieAsync(point);
            await (IsLong ? site.FinishAsProcessAsync() : site.FinishAsync());
        }, scenario, undisturbed);

        await TestContext.Out.WriteLineAsync($"{scenario}: {points.Count} points ({points.Count(point => point.AtReply)} of them replies), {failures.Count} kinds of failure, {watch.Elapsed.TotalSeconds:0} s");
        Assert.That(failures, Is.Empty, string.Join(Environment.NewLine, failures));
    }

    /// <summary>Up to three deaths in a row, at any instant, on a machine that has other things to do.</summary>
    [Test]
    public async Task Killed_at_random_and_again_the_end_is_the_same()
    {
        var scenario = IsLong ? Scenario.InSeveralBatches[1] : Scenario.LaterRun;
        var watch = Stopwatch.StartNew();
        var (_, undisturbed) = await UndisturbedAsync(scenario);
        var lifetime = watch.Elapsed;

        var deaths = 0;
        var failures = await FailuresAsync(Enumerable.Range(1, Seeds), async (site, seed) =>
        {
            var chance = new Random(seed);
            for (var death = 0; death < 3 && await site.DieAfterAsync(lifetime * chance.NextDouble()); death++)
                Interlocked.Increment(ref deaths);
            await site.FinishAsync();
        }, scenario, undisturbed);

        await TestContext.Out.WriteLineAsync($"{scenario}: {Seeds} seeds, {deaths} deaths, {failures.Count} kinds of failure, {watch.Elapsed.TotalSeconds:0} s");
        Assert.That(failures, Is.Empty, string.Join(Environment.NewLine, failures));
    }

    private static async Task<(IReadOnlyList<KillPoint> Points, EndState State)> UndisturbedAsync(Scenario scenario)
    {
        await using var site = await CrashSite.PrepareAsync(scenario);
        var points = await site.CountAsync();
        await site.DemandQuietAsync();
        var state = site.State();
        Assert.That(state.LooseEnds, Is.Empty);
        return (points, state);
    }

    private static async Task<IReadOnlyCollection<string>> FailuresAsync<T>(
        IEnumerable<T> deaths, Func<CrashSite, T, Task> dieAndFinishAsync, Scenario scenario, EndState undisturbed)
    {
        var failures = new ConcurrentBag<(string Death, string Problem)>();
        await Parallel.ForEachAsync(deaths, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (death, _) =>
        {
            try
            {
                await using var site = await CrashSite.PrepareAsync(scenario);
                await dieAndFinishAsync(site, death);
                await site.DemandQuietAsync();
                if (site.State().DifferenceFrom(undisturbed) is { } difference)
                    throw new CrashException(difference);
            }
            catch (Exception problem)
            {
                failures.Add((death!.ToString()!, problem is CrashException ? problem.Message : problem.ToString()));
            }
        });
        return [.. failures.GroupBy(failure => failure.Problem, failure => failure.Death).Select(group => $"{string.Join(", ", group.Order(StringComparer.Ordinal))}:{Environment.NewLine}{group.Key}")];
    }
}
