using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesRules.Host.Syncs;

namespace SalesRules.Host.Health;

/// <summary>Whether the last sync of this process came to its end. A failed one is degraded, not unhealthy: to restart the worker would not help.</summary>
internal sealed class LastSyncCheck(SyncHistory history) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(history.Last switch
        {
            null => HealthCheckResult.Healthy("No sync has ended yet."),
            { Status: SyncStatus.Failed } last => HealthCheckResult.Degraded($"The last sync failed: {last.Sentence}"),
            { Status: SyncStatus.Partial } => HealthCheckResult.Healthy("The last sync was partial: the log names the records."),
            _ => HealthCheckResult.Healthy("The last sync did not fail."),
        });
}
