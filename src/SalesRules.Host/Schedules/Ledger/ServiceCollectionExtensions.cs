using SalesRules.Host.Configuration;

namespace SalesRules.Host.Schedules.Ledger;

/// <summary>Registers the schedule ledger: before the scheduler, which asks it.</summary>
internal static class ServiceCollectionExtensions
{
    /// <param name="term">Of the lease on a schedule.</param>
    public static IServiceCollection AddSlotLedger(this IServiceCollection services, TimeSpan term) => services
        .AddSingleton<ScheduledRuns>()
        .AddSingleton(provider => new SlotLedger(
            provider.GetRequiredService<Workplace>().Journal,
            provider.GetRequiredService<ScheduledRuns>().RunAsync,
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
