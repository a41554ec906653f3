using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>The org's open deals by forecast category: what the shares of a change budget are shares of.</summary>
/// <param name="ByCategory">A category without open deals may be left out.</param>
/// <param name="Deals">All open deals, those in no known category too.</param>
public sealed record OpenPipeline(IReadOnlyDictionary<ForecastCategory, OpenMoney> ByCategory, long Deals)
{
    /// <summary>The open money in a category; zero where no deal of it is open.</summary>
    public decimal AmountIn(ForecastCategory category) => ByCategory.GetValueOrDefault(category).Amount;
}

/// <summary>Open deals and the sum of their known amounts.</summary>
public readonly record struct OpenMoney(long Deals, decimal Amount);
