using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Forecast;

/// <summary>
/// A won deal is in Closed and a lost one in Omitted. A flag only: Salesforce ties the category of a closed stage itself.
/// Source: P "Closed: Deals already won (100% probability)"; catalogue section 2.
/// </summary>
public sealed class ClosedDealMustBeInItsCategoryRule : IRule
{
    public string Id => "forecast.closed-category";

    public bool CountsForRisk => false;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.IsOpen)
            return RuleOutcome.Clear;
        var won = deal.Opportunity.IsWon ?? (deal.Stage?.IsClosed == true ? deal.Stage.Type == StageType.ClosedWon : null);
        if (won is null || deal.Opportunity.ForecastCategoryName is null)
            return RuleOutcome.NotRun;
        var expected = won.Value ? ForecastCategory.Closed : ForecastCategory.Omitted;
        if (deal.Opportunity.Category == expected)
            return RuleOutcome.Clear;
        return new Finding
        {
            Rule = Id,
            Severity = Severity.Low,
            Message = $"A {(won.Value ? "won" : "lost")} deal belongs in {expected.Name()}, not in {deal.Opportunity.ForecastCategoryName}.",
            Evidence = [deal.Saw("ForecastCategoryName", FieldValue.Of(expected.Name()))],
            Fix = [new Fix(deal.NameOf("ForecastCategoryName"), FieldValue.Of(expected.Name()))],
        };
    }
}
