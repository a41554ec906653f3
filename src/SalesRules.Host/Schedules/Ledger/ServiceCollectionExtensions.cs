using SalesRules.Host.Configuration;
using SalesRules.Host.Syncs;

namespace SalesRules.Host.Schedules.Ledger;

/// <summary>Registers the schedule ledger: before the scheduler, which asks it.</summary>
internal static class ServiceCollectionExtensions
{
    /// <param name="term">Of the lease on a schedule.</param>
    public static IServiceCollection AddSlotLedger(this IServiceCollection services, TimeSpan term) => services
        .AddSingleton(provider => new SlotLedger(
            provider.GetRequiredService<Workplace>().Journal,
            provider.GetRequiredService<SyncRunner>().RunAsync,
            term,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SlotLedger>>()))
        .AddSingleton<MissingRunAlarm>()
        .AddHostedService(provider => new SlotWatch(
            provider.GetRequiredService<Workplace>().Journal,
            provider.GetRequiredService<SlotLedger>(),
            provider.GetRequiredService<ScheduleBook>(),
            provider.GetRequiredService<MissingRunAlarm>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SlotWatch>>()));
}
