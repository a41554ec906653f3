using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Forecast;

/// <summary>
/// The evidence allows a higher category than the deal has: a suggestion, or in mode follow a correction (to Commit only when
/// the deal closes in this fiscal quarter). Omitted is a person's decision and never raised (choice).
/// Source: M "Forecast follows the score"; P "Commit: Deals we will definitely close this quarter".
/// </summary>
public sealed class CategoryMayRiseToCeilingRule : IRule
{
    public string Id => "forecast.below-ceiling";

    public string Condition => "the category is below the ceiling and not Omitted; it is raised where below-ceiling says follow, to Commit only where the deal closes in this fiscal quarter";

    public bool CountsForRisk => false;

    public string Weighs => "info";

    public IReadOnlyList<string> Settings { get; } =
    [
        "forecast.below-ceiling", "forecast.unscored-ceiling", "forecast.correct-probability", "forecast.probability-bands",
        "business.fiscal-year-starts-in",
    ];

    public IReadOnlyList<string> Needs => Pillars.ScoreFields;

    public IReadOnlyList<string> Reads { get; } = ["CloseDate"];

    public IReadOnlyList<string> Corrects(Policy policy) =>
        policy.Forecast.BelowCeiling == BelowCeilingMode.Follow ? CategoryCorrections.Fields(policy) : [];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Category is not { } category)
            return RuleOutcome.NotRun;
        if (category == ForecastCategory.Omitted || category >= deal.Ceiling)
            return RuleOutcome.Clear;
        return new Finding(Id, Severity.Info, deal) { Changes = CategoryCorrections.From(deal, category, Raised(deal, category), Id) };
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The evidence would allow {deal.Ceiling.Name()}; the deal is forecast as {deal.Category!.Value.Name()}.",
        Evidence = [deal.Saw("ForecastCategoryName", FieldValue.Of(deal.Ceiling.Name()))],
        Fix = [new Fix(deal.NameOf("ForecastCategoryName"), FieldValue.Of(deal.Ceiling.Name()))],
    };

    private static ForecastCategory Raised(Deal deal, ForecastCategory category)
    {
        if (deal.Policy.Forecast.BelowCeiling == BelowCeilingMode.Cap)
            return category;
        var target = deal.Ceiling == ForecastCategory.Commit && !ClosesThisQuarter(deal) ? ForecastCategory.BestCase : deal.Ceiling;
        return target > category ? target : category;
    }

    private static bool ClosesThisQuarter(Deal deal) =>
        deal.Opportunity.CloseDate is { } close
        && close >= deal.Policy.Fiscal.QuarterStart(deal.Context.Today)
        && close <= deal.Policy.Fiscal.QuarterEnd(deal.Context.Today);
}
