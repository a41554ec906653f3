using Microsoft.Data.Sqlite;
using Quartz;

namespace SalesRules.Host.Schedules;

/// <summary>Registers the scheduler.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>A slot that is late by less than this is on time.</summary>
    private static readonly TimeSpan MisfireThreshold = TimeSpan.FromMinutes(1);

    /// <param name="store">The connection string of Quartz's own SQLite file; null keeps it in memory.</param>
    public static IServiceCollection AddSchedules(this IServiceCollection services, ScheduleBook book, string? store)
    {
        services.AddSingleton(book).AddHostedService<ScheduleReconciliation>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "SalesRules";
                // At a stop, jobs are told and then waited for: they end behind the batch that is on its way.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            if (store is null)
                quartz.UseInMemoryStore(memory => memory.MisfireThreshold = MisfireThreshold);
            else
                quartz.UsePersistentStore(persistent => persistent
                    .UseSqlite(SqliteFactory.Instance, store)
                    .ProvisionSchema()
                    .ConfigureStore(options => options.MisfireThreshold = MisfireThreshold));
        });
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    /// <summary>Whether the scheduler runs and reaches its store.</summary>
    public static IHealthChecksBuilder AddScheduler(this IHealthChecksBuilder checks) => checks.AddQuartz();
}
