using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesRules.Host.Schedules.Ledger;

namespace SalesRules.Host.Health;

/// <summary>
/// Whether every slot that is due has ended or is being worked on. One that waits behind a run that goes on is degraded, not
/// unhealthy: a restart would only cut that run short.
/// </summary>
internal sealed class MissingRunsCheck(MissingRunAlarm alarm) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var sentences = string.Join(' ', alarm.Missing.Select(run => run.ToString()));
        return Task.FromResult(alarm switch
        {
            { Missing: [], Blindness: null } => HealthCheckResult.Healthy("No run is missing."),
            { Missing: [], Blindness: { } why } => HealthCheckResult.Degraded($"The ledger of slots could not be read at the last look: {why}"),
            _ when alarm.Missing.All(run => run.Holder is not null) => HealthCheckResult.Degraded(sentences),
            _ => HealthCheckResult.Unhealthy(sentences),
        });
    }
}
