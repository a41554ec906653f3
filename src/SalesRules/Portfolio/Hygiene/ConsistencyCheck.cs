using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio.Hygiene;

/// <summary>Something that a consistent record keeps (B 12.1 "percent matching naming and format rules").</summary>
/// <param name="Name">Stable, for reports.</param>
/// <param name="Rule">The rule that says the same of one deal: a policy that switches it off does not want the check either. Null: none does.</param>
/// <param name="Means">What holds when it is kept.</param>
/// <param name="Holds">Null where the record lacks the value: that is for completeness to count.</param>
internal sealed record ConsistencyCheck(string Name, string? Rule, string Means, Func<PortfolioDeal, PortfolioScope, bool?> Holds)
{
    private static IReadOnlyList<ConsistencyCheck> All { get; } =
    [
        new("stage", "stage.unmapped", "the policy maps the stage", (deal, _) => deal.Record.StageName is null ? null : deal.Stage is not null),
        new("type", "motion.unmapped", "the policy maps the type", (deal, scope) => deal.Record.Type is { } type ? scope.Policy.Motions.Find(type) is not null : null),
        new("category", null, "the forecast category is one of the six and fits an open deal",
            (deal, _) => deal.Record.ForecastCategoryName is null ? null : deal.Record.Category is not (null or ForecastCategory.Closed)),
        new("probability", "forecast.probability-mismatch", "the probability fits the category",
            (deal, scope) => deal.Record is { Category: { } category, Probability: { } percent } ? scope.Policy.Forecast.Bands[category].Contains(percent) : null),
        new("close-date", "hygiene.close-date-past", "the close date is not past", (deal, scope) => deal.Record.CloseDate is { } close ? close >= scope.Today : null),
        new("amount", null, "the amount is more than 0", (deal, _) => deal.Record.Amount is { } amount ? amount > 0 : null),
    ];

    /// <summary>Those that the policy wants.</summary>
    public static IReadOnlyList<ConsistencyCheck> Of(Policy policy) =>
        [.. All.Where(check => check.Rule is not { } rule || policy.SeverityOf(rule, Severity.Low) is not null)];
}
