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

    public string Condition => "a won deal is not in Closed, or a lost one not in Omitted";

    public bool CountsForRisk => false;

    public string Weighs => "low";

    public IReadOnlyList<string> Settings { get; } = ["stages"];

    public Reach Reach { get; } = Reach.ClosedDeals;

    public IReadOnlyList<string> Reads { get; } = ["IsWon"];

    public RuleOutcome Apply(Deal deal)
    {
        if (Expected(deal) is not { } expected || deal.Opportunity.ForecastCategoryName is null)
            return RuleOutcome.NotRun;
        return deal.Category == expected ? RuleOutcome.Clear : new Finding(Id, Severity.Low, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var expected = Expected(deal)!.Value;
        return new Explanation
        {
            Message = $"A {(expected == ForecastCategory.Closed ? "won" : "lost")} deal belongs in {expected.Name()}, not in {deal.Opportunity.ForecastCategoryName}.",
            Evidence = [deal.Saw("ForecastCategoryName", FieldValue.Of(expected.Name()))],
            Fix = [new Fix(deal.NameOf("ForecastCategoryName"), FieldValue.Of(expected.Name()))],
        };
    }

    /// <summary>Null while it is not known whether the deal was won.</summary>
    private static ForecastCategory? Expected(Deal deal)
    {
        var won = deal.Opportunity.IsWon ?? (deal.Stage?.IsClosed == true ? deal.Stage.Type == StageType.ClosedWon : null);
        return won switch { null => null, true => ForecastCategory.Closed, false => ForecastCategory.Omitted };
    }
}
