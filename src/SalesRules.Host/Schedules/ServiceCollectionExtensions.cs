using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace SalesRules.Host.Schedules;

/// <summary>Registers the scheduler.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>A slot that is late by less than this is on time. A node takes over another's slots within this too.</summary>
    private static readonly TimeSpan MisfireThreshold = TimeSpan.FromMinutes(1);

    /// <param name="store">Where Quartz keeps what is due; null keeps it in memory.</param>
    public static IServiceCollection AddSchedules(this IServiceCollection services, ScheduleBook book, ScheduleStore? store)
    {
        services.AddSingleton(book).AddHostedService<ScheduleReconciliation>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "SalesRules";
                // Each process is a node of its own: one that is started again is not taken for the one that died.
                scheduler.GenerateInstanceId = store is { IsShared: true };
                // At a stop, jobs are told and then waited for: they end behind the batch that is on its way.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            if (store is null)
                quartz.UseInMemoryStore(memory => memory.MisfireThreshold = MisfireThreshold);
            else
                quartz.UsePersistentStore(persistent => persistent.Use(store));
        });
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    /// <summary>Whether the scheduler runs and reaches its store.</summary>
    public static IHealthChecksBuilder AddScheduler(this IHealthChecksBuilder checks) => checks.AddQuartz();

    private static void Use(this IPersistentStoreBuilder persistent, ScheduleStore store)
    {
        if (store.IsShared)
        {
            // The nodes are a cluster: each slot fires on one of them.
            persistent.UsePostgres(NpgsqlFactory.Instance, store.ConnectionString);
            persistent.UseClustering();
        }
        else
        {
            persistent.UseSqlite(SqliteFactory.Instance, store.ConnectionString);
        }

        persistent.ProvisionSchema();
        persistent.ConfigureStore(options => options.MisfireThreshold = MisfireThreshold);
    }
}
