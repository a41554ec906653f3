using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesRules.Host.Configuration;
using SalesRules.Host.Syncs;
using SalesRules.Journal;

namespace SalesRules.Host.Health;

/// <summary>Whether the journal can be read: without it nothing is written.</summary>
internal sealed class JournalCheck(Workplace workplace, SyncHistory history) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await workplace.Journal.RunsAsync(history.Org?.OrganizationId.Value ?? "", 1, cancellationToken);
            return HealthCheckResult.Healthy("The journal answers.");
        }
        catch (JournalException problem)
        {
            return HealthCheckResult.Unhealthy(problem.Message);
        }
    }
}
