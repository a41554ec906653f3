using SalesRules.Host.Alerts;
using SalesRules.Host.Configuration;
using SalesRules.Host.Digests;

namespace SalesRules.Host.Syncs;

/// <summary>Registers the worker's syncs, and the telling of what they find.</summary>
internal static class ServiceCollectionExtensions
{
    /// <param name="businessDay">The business date of a sync that starts now.</param>
    public static IServiceCollection AddSyncs(this IServiceCollection services, SyncMode mode, Func<DateOnly> businessDay) => services
        .AddSingleton<SyncHistory>()
        .AddSingleton(provider => new DigestRunner(provider.GetRequiredService<Workplace>(), businessDay, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DigestRunner>>()))
        .AddSingleton(provider => new SyncRunner(
            provider.GetRequiredService<Workplace>(),
            mode,
            businessDay,
            provider.GetRequiredService<SyncHistory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SyncRunner>>()))
        .AddHostedService(provider => new PostmanService(
            provider.GetRequiredService<Workplace>().Journal,
            provider.GetRequiredService<Workplace>().Get<AlertDispatch>(),
            provider.GetRequiredService<Workplace>().Get<Postman>(),
            provider.GetRequiredService<SyncHistory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PostmanService>>()));
}
