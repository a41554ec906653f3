using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Renewals;

/// <summary>
/// A renewal that closes in this or the next two fiscal quarters is scored, at most 90 days ago. Source: M "CS: renewal forecast",
/// quarterly minimum; catalogue section 4.
/// </summary>
public sealed class RenewalMustBeScoredRule : IRule
{
    public string Id => "renewal.score-due";

    public string Condition => "the renewal closes in this fiscal quarter or the {renewals.quarters-ahead} after it, and a pillar is unscored or the last score is more than {renewals.score-days} days old";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Needs { get; } = ["CloseDate", .. Pillars.ScoreFields];

    public IReadOnlyList<string> Reads { get; } = ["MIQL_Scored_On__c"];

    public IReadOnlyList<string> Settings { get; } = ["renewals.quarters-ahead", "renewals.score-days", "business.fiscal-year-starts-in"];

    public RuleOutcome Apply(Deal deal)
    {
        if (!RenewalWindow.Holds(deal))
            return RuleOutcome.Clear;
        if (!deal.Scores.IsComplete)
            return new Finding(Id, Severity.High, deal);
        if (LastScored(deal) is not { } scored)
            return RuleOutcome.NotRun;
        return scored < deal.Today.Plus(-deal.Policy.Renewals.ScoreDays) ? new Finding(Id, Severity.High, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        if (!deal.Scores.IsComplete)
        {
            return new Explanation
            {
                Message = $"The renewal of {Sentences.Date(deal.Opportunity.CloseDate!.Value)} lacks scores: {UnscoredPillars.Words(deal)}.",
                Evidence = UnscoredPillars.Saw(deal),
            };
        }

        return new Explanation
        {
            Message = $"Last scored on {Sentences.Date(LastScored(deal)!.Value)}; a renewal is scored at least every {FieldValue.Of(deal.Policy.Renewals.ScoreDays)} days.",
            Evidence = [deal.Saw("MIQL_Scored_On__c", FieldValue.Of($"at most {FieldValue.Of(deal.Policy.Renewals.ScoreDays)} days ago"))],
        };
    }

    private static DateOnly? LastScored(Deal deal)
    {
        var last = deal.Opportunity.ScoredOn;
        foreach (var pillar in Pillars.All)
        {
            if (deal.Context.ScoreHistory?.Last(pillar)?.ScoreChangedAt is { } changed && (last is null || deal.Policy.DayOf(changed) > last))
                last = deal.Policy.DayOf(changed);
        }

        return last;
    }
}
