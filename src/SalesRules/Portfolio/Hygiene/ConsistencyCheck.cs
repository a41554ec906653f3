using SalesRules.Snapshots;

namespace SalesRules.Portfolio.Hygiene;

/// <summary>Something that a consistent record keeps (B 12.1 "percent matching naming and format rules").</summary>
/// <param name="Name">Stable, for reports.</param>
/// <param name="Means">What holds when it is kept.</param>
/// <param name="Holds">Null where the record lacks the value: that is for completeness to count.</param>
internal sealed record ConsistencyCheck(string Name, string Means, Func<PortfolioDeal, PortfolioScope, bool?> Holds)
{
    public static IReadOnlyList<ConsistencyCheck> All { get; } =
    [
        new("stage", "the policy maps the stage", (deal, _) => deal.Record.StageName is null ? null : deal.Stage is not null),
        new("type", "the policy maps the type", (deal, scope) => deal.Record.Type is { } type ? scope.Policy.Motions.Find(type) is not null : null),
        new("category", "the forecast category is one of the six and fits an open deal",
            (deal, _) => deal.Record.ForecastCategoryName is null ? null : deal.Record.Category is not (null or ForecastCategory.Closed)),
        new("probability", "the probability fits the category",
            (deal, scope) => deal.Record is { Category: { } category, Probability: { } percent } ? scope.Policy.Forecast.Bands[category].Contains(percent) : null),
        new("close-date", "the close date is not past", (deal, scope) => deal.Record.CloseDate is { } close ? close >= scope.Today : null),
        new("amount", "the amount is more than 0", (deal, _) => deal.Record.Amount is { } amount ? amount > 0 : null),
    ];
}
