using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using SalesRules.Host.Schedules;

namespace SalesRules.Host.Tests.Schedules;

/// <summary>A store of schedules in a real database, and workers that start on it one after the other or at once.</summary>
internal sealed class ScheduleStoreBench : IAsyncDisposable
{
    private readonly TestDatabase database;

    private ScheduleStoreBench(TestDatabase database) => this.database = database;

    public static async Task<ScheduleStoreBench> OpenAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await ScheduleStore.Beside(database.ConnectionString)!.ProvideAsync(default);
        return new ScheduleStoreBench(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    /// <summary>A start of a worker with these schedules; returns what the store holds then.</summary>
    public async Task<IReadOnlyList<string>> StartAsync(params (string Name, string Cron, bool Enabled)[] schedules)
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

    /// <summary>When the first schedule is due after one more start.</summary>
    public async Task<DateTimeOffset?> NextTimeAsync(params (string Name, string Cron, bool Enabled)[] schedules)
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
