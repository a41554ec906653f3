using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Forecast;

/// <summary>
/// A deal in Commit closes by the end of the current fiscal quarter.
/// Source: P "Commit: Deals we will definitely close this quarter (90%+)".
/// </summary>
public sealed class CommitMustCloseThisQuarterRule : IRule
{
    public string Id => "forecast.commit-outside-quarter";

    public string Condition => "the category is Commit and the close date lies after the current fiscal quarter";

    public bool CountsForRisk => false;

    public string Weighs => "medium";

    public IReadOnlyList<string> Settings { get; } = ["business.fiscal-year-starts-in"];

    public IReadOnlyList<string> Reads { get; } = ["CloseDate"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Category is not { } category)
            return RuleOutcome.NotRun;
        if (category != ForecastCategory.Commit)
            return RuleOutcome.Clear;
        if (deal.Opportunity.CloseDate is not { } close)
            return RuleOutcome.NotRun;
        return close <= QuarterEnd(deal) ? RuleOutcome.Clear : new Finding(Id, Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var quarterEnd = QuarterEnd(deal);
        return new Explanation
        {
            Message = $"Commit means this quarter, which ends on {Sentences.Date(quarterEnd)}; the deal closes on {Sentences.Date(deal.Opportunity.CloseDate!.Value)}.",
            Evidence = [deal.Saw("CloseDate", FieldValue.Of($"by {Sentences.Date(quarterEnd)}"))],
            Fix = [new Fix(deal.NameOf("CloseDate"), FieldValue.Of(quarterEnd))],
        };
    }

    private static DateOnly QuarterEnd(Deal deal) => deal.Policy.Fiscal.QuarterEnd(deal.Context.Today);
}
