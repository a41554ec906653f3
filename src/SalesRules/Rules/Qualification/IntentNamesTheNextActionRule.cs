using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Qualification;

/// <summary>
/// Intent, scored 0 to 3 for evaluation, timing and commitment, names the next action: 7 and more high, 4 to 6 medium, 0 to 3 low.
/// Source: B 5.2 "Turning Scores into Next Best Actions"; catalogue section 9.
/// </summary>
public sealed class IntentNamesTheNextActionRule : IRule
{
    public string Id => "qualification.intent";

    public string Condition => "evaluation, timing and commitment are each scored 0 to 3; intent is high from {qualification.intent-high} points together on, medium from {qualification.intent-medium}";

    public bool CountsForRisk => false;

    public string Weighs => "info";

    public IReadOnlyList<string> Needs { get; } = ["Intent_Evaluation", "Intent_Timing", "Intent_Commitment"];

    public IReadOnlyList<string> Settings { get; } = ["qualification.intent-high", "qualification.intent-medium"];

    public RuleOutcome Apply(Deal deal) => Total(deal) is null ? RuleOutcome.Clear : new Finding(Id, Severity.Info, deal);

    public Explanation Explain(Deal deal)
    {
        var total = Total(deal)!.Value;
        return new Explanation
        {
            Message = $"Intent is {FieldValue.Of(total)} of 9, {Action(total, deal.Policy.Qualification)}.",
            Evidence =
            [
                deal.Saw("Intent_Evaluation", FieldValue.Of(3)),
                deal.Saw("Intent_Timing", FieldValue.Of(3)),
                deal.Saw("Intent_Commitment", FieldValue.Of(3)),
            ],
        };
    }

    private static decimal? Total(Deal deal) => Points.Sum(3, deal.Opportunity.IntentEvaluation, deal.Opportunity.IntentTiming, deal.Opportunity.IntentCommitment);

    private static string Action(decimal total, QualificationPolicy policy) => total switch
    {
        _ when total >= policy.IntentHigh => "high: move to a mutual action plan and confirm timeline, stakeholders and decision process in one conversation",
        _ when total >= policy.IntentMedium => "medium: ask for the next milestone date and what must be true to reach it",
        _ => "low: spend less time and requalify with one question that tests timing or commitment",
    };
}
