using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesRules.Host.Alerts;
using SalesRules.Host.Configuration;
using SalesRules.Host.Syncs;
using SalesRules.Journal;

namespace SalesRules.Host.Health;

/// <summary>Whether people are told. What is not is degraded, not unhealthy: to restart the worker would not help.</summary>
internal sealed class MessagesCheck(Workplace workplace, SyncHistory history, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if ((history.Org?.OrganizationId.Value ?? await workplace.Journal.LastOrgAsync(cancellationToken)) is not { } orgId)
                return HealthCheckResult.Healthy("No messages yet.");
            var now = time.GetUtcNow();
            var counts = await workplace.Journal.MessageCountsAsync(orgId, now, cancellationToken);
            return MessageTrouble.Of(counts, now) is { } trouble
                ? HealthCheckResult.Degraded($"Messages: {MessageTrouble.InWords(counts)} {trouble}")
                : HealthCheckResult.Healthy($"Messages: {MessageTrouble.InWords(counts)}");
        }
        catch (JournalException problem)
        {
            return HealthCheckResult.Unhealthy(problem.Message);
        }
    }
}
