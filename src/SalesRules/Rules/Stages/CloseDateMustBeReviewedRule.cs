using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>
/// Within 7 days after a deal has come to pov, commercial or commitment its close date is reconfirmed. Source: B 4.5, 12.2 "an expected
/// close date that is updated when new evidence appears"; catalogue section 7.
/// </summary>
public sealed class CloseDateMustBeReviewedRule : IRule
{
    public string Id => "stage.close-date-unreviewed";

    public string Condition => "the deal has been in its stage for more than {stage-rules.close-date-review-days} days and the close date was not reconfirmed since";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.In(StageType.Pov, StageType.Commercial, StageType.Commitment);

    public IReadOnlyList<string> Needs { get; } = ["Close_Date_Reviewed_On__c"];

    public IReadOnlyList<string> Reads { get; } = ["LastStageChangeDate", "CloseDate"];

    public IReadOnlyList<string> Settings { get; } = ["stage-rules.close-date-review-days"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.StageEnteredOn is not { } entered)
            return RuleOutcome.NotRun;
        if (deal.Opportunity.CloseDateReviewedOn >= entered)
            return RuleOutcome.Clear;
        return deal.Today > entered.Plus(deal.Policy.StageRules.CloseDateReviewDays) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"In {deal.Opportunity.StageName} since {Sentences.Date(deal.StageEnteredOn!.Value)} and the close date was not reconfirmed since.",
        Evidence = [deal.Saw("Close_Date_Reviewed_On__c", FieldValue.Of($"{Sentences.Date(deal.StageEnteredOn!.Value)} or later")), deal.Saw("CloseDate", FieldValue.Of("reconfirmed"))],
    };
}
