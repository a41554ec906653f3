using Quartz;

namespace SalesRules.Host.Schedules;

/// <summary>
/// Brings Quartz's store in line with the settings before the scheduler starts: adds, changes and removes. What has not changed
/// is left alone, so that a slot missed while no worker ran is still known and caught up once.
/// </summary>
internal sealed partial class ScheduleReconciliation(ISchedulerFactory factory, ScheduleBook book, ILogger<ScheduleReconciliation> logger) : IHostedService
{
    private const string Group = "schedules";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        var wanted = book.All.Where(schedule => schedule.Enabled).ToDictionary(schedule => new JobKey(schedule.Name, Group));
        foreach (var stored in await StoredAsync(scheduler, cancellationToken))
        {
            if (wanted.ContainsKey(stored))
                continue;
            await scheduler.DeleteJob(stored, cancellationToken);
            Removed(stored.Name);
        }

        foreach (var (key, schedule) in wanted)
            await PutAsync(scheduler, key, schedule, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<IReadOnlyList<JobKey>> StoredAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var jobs = await scheduler.QueryJobs(new JobQuery { Group = GroupMatcher<JobKey>.GroupEquals(Group), Take = PagedQuery.All }, cancellationToken);
        return [.. jobs.Items.Select(job => job.Key)];
    }

    private async Task PutAsync(IScheduler scheduler, JobKey key, Schedule schedule, CancellationToken cancellationToken)
    {
        // Replaced each time: the store names the job's class, which another version may have called otherwise.
        var job = JobBuilder.Create<SyncJob>().WithIdentity(key).StoreDurably().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
        var triggerKey = new TriggerKey(schedule.Name, Group);
        if (await IsAsWantedAsync(scheduler, triggerKey, schedule, cancellationToken))
            return;
        var trigger = TriggerBuilder.Create().WithIdentity(triggerKey).ForJob(key)
            .WithSchedule(CronScheduleBuilder.Create(schedule.Cron.QuartzText).InTimeZone(schedule.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        // Replaced in one step: another node may be setting the same one at this moment.
        await scheduler.ScheduleJob(trigger, new ScheduleJobOptions { Replace = true }, cancellationToken);
        Set(schedule.Name, schedule.Cron.Text, schedule.Zone.Id);
    }

    private static async Task<bool> IsAsWantedAsync(IScheduler scheduler, TriggerKey key, Schedule schedule, CancellationToken cancellationToken) =>
        await scheduler.GetTrigger(key, cancellationToken) is ICronTrigger stored
        && stored.CronExpressionString == schedule.Cron.QuartzText
        && stored.TimeZone.Id == schedule.Zone.Id
        && await scheduler.GetTriggerState(key, cancellationToken) != TriggerState.Error;

    [LoggerMessage(EventId = 301, Level = LogLevel.Information, Message = "Schedule {Schedule} was removed: the settings no longer have it, or disable it")]
    private partial void Removed(string schedule);

    [LoggerMessage(EventId = 302, Level = LogLevel.Information, Message = "Schedule {Schedule} is set to {Cron} in {TimeZone}")]
    private partial void Set(string schedule, string cron, string timeZone);
}
