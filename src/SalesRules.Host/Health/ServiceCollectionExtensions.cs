using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using SalesRules.Host.Schedules;

namespace SalesRules.Host.Health;

/// <summary>Registers the health page and its checks.</summary>
internal static class ServiceCollectionExtensions
{
    public static IServiceCollection AddHealthPage(this IServiceCollection services, WorkerFacts facts)
    {
        services.AddSingleton(facts);
        services.AddHealthChecks().AddCheck<JournalCheck>("journal").AddCheck<LastSyncCheck>("last-sync").AddCheck<MissingRunsCheck>("missing-runs").AddCheck<MessagesCheck>("messages").AddScheduler();
        services.AddRazorPages(pages => pages.RootDirectory = "/Health");

        // The page has no forms and no cookies: nothing is worth a key file in the user's home.
        return services.Configure<KeyManagementOptions>(keys =>
        {
            keys.XmlRepository = new KeysInMemory();
            keys.XmlEncryptor = new NullXmlEncryptor();
        });
    }

    /// <summary>GET / for a person, GET /health for a monitor: 200 while healthy or degraded, 503 when unhealthy.</summary>
    public static void MapHealthPage(this WebApplication application)
    {
        application.Use(HealthPageHeaders.Apply);
        application.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthReply.WriteAsync });
        application.MapRazorPages();
    }
}
