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

    public bool CountsForRisk => false;

    public RuleOutcome Apply(Deal deal)
    {
        if (!deal.IsOpen)
            return RuleOutcome.Clear;
        if (deal.Opportunity.Category is not { } category)
            return RuleOutcome.NotRun;
        if (category != ForecastCategory.Commit)
            return RuleOutcome.Clear;
        if (deal.Opportunity.CloseDate is not { } close)
            return RuleOutcome.NotRun;
        var quarterEnd = deal.Policy.Fiscal.QuarterEnd(deal.Context.Today);
        if (close <= quarterEnd)
            return RuleOutcome.Clear;
        return new Finding
        {
            Rule = Id,
            Severity = Severity.Medium,
            Message = $"Commit means this quarter, which ends on {Sentences.Date(quarterEnd)}; the deal closes on {Sentences.Date(close)}.",
            Evidence = [deal.Saw("CloseDate", FieldValue.Of($"by {Sentences.Date(quarterEnd)}"))],
            Fix = [new Fix(deal.NameOf("CloseDate"), FieldValue.Of(quarterEnd))],
        };
    }
}
