using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using SalesRules.Host.Schedules;

namespace SalesRules.Host.Tests.Schedules;

[OnEachDatabase]
internal sealed class ScheduleReconciliationTests(DatabaseKind kind)
{
    private TestDatabase database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync()
    {
        database = await TestDatabase.CreateAsync(kind);
        await ScheduleStore.Beside(database.ConnectionString)!.ProvideAsync(default);
    }

    [TearDown]
    public async Task DropDatabaseAsync() => await database.DisposeAsync();

    [Test]
    public async Task The_store_follows_the_settings_from_start_to_start()
    {
        Assert.That(await StartAsync(("a", "0 1 * * *", true), ("b", "0 2 * * *", true)), Is.EqualTo(new[] { "a: 0 0 1 * * ? in UTC", "b: 0 0 2 * * ? in UTC" }));
        Assert.That(await StartAsync(("b", "0 3 * * *", true), ("c", "0 4 * * *", true)), Is.EqualTo(new[] { "b: 0 0 3 * * ? in UTC", "c: 0 0 4 * * ? in UTC" }));
        Assert.That(await StartAsync(("b", "0 3 * * *", false), ("c", "0 4 * * *", true)), Is.EqualTo(new[] { "c: 0 0 4 * * ? in UTC" }));
        Assert.That(await StartAsync(), Is.Empty);
    }

    [Test]
    public async Task A_schedule_that_has_not_changed_keeps_the_time_that_is_due()
    {
        await StartAsync(("a", "0 1 1 1 *", true));
        var before = await NextTimeAsync(("a", "0 1 1 1 *", true));
        await StartAsync(("a", "0 1 1 1 *", true));

        Assert.That(await NextTimeAsync(("a", "0 1 1 1 *", true)), Is.EqualTo(before).And.Not.Null);
    }

    [Test]
    public async Task Two_nodes_that_start_at_once_agree()
    {
        if (kind == DatabaseKind.Sqlite)
            Assert.Pass("A file has one worker.");
        (string, string, bool)[] schedules = [("a", "0 1 * * *", true), ("b", "0 2 * * *", true)];
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => StartAsync(schedules))));
        Assert.That(nodes, Is.All.EqualTo(new[] { "a: 0 0 1 * * ? in UTC", "b: 0 0 2 * * ? in UTC" }));
    }

    private async Task<IReadOnlyList<string>> StartAsync(params (string Name, string Cron, bool Enabled)[] schedules)
    {
        using var host = Build(schedules);
        var scheduler = await ReconciledAsync(host.Services);
        var jobs = await scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All });
        var lines = new List<string>();
        foreach (var job in jobs.Items.OrderBy(job => job.Key.Name, StringComparer.Ordinal))
        {
            var trigger = (ICronTrigger)(await scheduler.GetTrigger(new TriggerKey(job.Key.Name, job.Key.Group)))!;
            Assert.That(trigger.MisfireInstruction, Is.EqualTo(CronTriggerMisfireInstruction.FireAndProceed));
            Assert.That(job.ConcurrentExecutionDisallowed, Is.True);
            lines.Add($"{job.Key.Name}: {trigger.CronExpressionString} in {trigger.TimeZone.Id}");
        }

        await scheduler.Shutdown(waitForJobsToComplete: true);
        return lines;
    }

    private async Task<DateTimeOffset?> NextTimeAsync(params (string Name, string Cron, bool Enabled)[] schedules)
    {
        using var host = Build(schedules);
        var scheduler = await ReconciledAsync(host.Services);
        var trigger = await scheduler.GetTrigger(new TriggerKey(schedules[0].Name, "schedules"));
        await scheduler.Shutdown(waitForJobsToComplete: true);
        return trigger?.NextFireTimeUtc;
    }

    /// <summary>Built and reconciled as the worker does, but not started: nothing may fire here.</summary>
    private static async Task<IScheduler> ReconciledAsync(IServiceProvider services)
    {
        await services.GetServices<IHostedService>().OfType<ScheduleReconciliation>().Single().StartAsync(default);
        return await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
    }

    private IHost Build((string Name, string Cron, bool Enabled)[] schedules)
    {
        var settings = schedules.SelectMany(schedule => new[]
        {
            KeyValuePair.Create($"Schedules:{schedule.Name}:Cron", (string?)schedule.Cron),
            KeyValuePair.Create($"Schedules:{schedule.Name}:Enabled", (string?)schedule.Enabled.ToString()),
        });
        var book = ScheduleBook.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), TimeZoneInfo.Utc);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSchedules(book, ScheduleStore.Beside(database.ConnectionString));
        return builder.Build();
    }
}
