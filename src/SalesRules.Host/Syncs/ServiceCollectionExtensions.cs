using SalesRules.Host.Configuration;

namespace SalesRules.Host.Syncs;

/// <summary>Registers the worker's syncs.</summary>
internal static class ServiceCollectionExtensions
{
    /// <param name="businessDay">The business date of a sync that starts now.</param>
    public static IServiceCollection AddSyncs(this IServiceCollection services, SyncMode mode, Func<DateOnly> businessDay) => services
        .AddSingleton<SyncHistory>()
        .AddSingleton(provider => new SyncRunner(
            provider.GetRequiredService<Workplace>(),
            mode,
            businessDay,
            provider.GetRequiredService<SyncHistory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SyncRunner>>()));
}
