using Polly;

namespace SalesRules.Salesforce.Connection;

/// <summary>Names <see cref="ConcurrencyLimitStrategy"/> in Polly's telemetry.</summary>
internal sealed class ConcurrencyLimitOptions : ResilienceStrategyOptions
{
    public ConcurrencyLimitOptions() => Name = "SalesforceConcurrency";
}
