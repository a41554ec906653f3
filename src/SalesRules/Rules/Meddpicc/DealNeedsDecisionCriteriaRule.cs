using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// By technical validation the decision criteria are written down, and by commercial we win at least 8 of 10 on the scorecard. Source:
/// P "Decision Criteria"; catalogue section 6.
/// </summary>
public sealed class DealNeedsDecisionCriteriaRule : IRule
{
    public string Id => "meddpicc.no-decision-criteria";

    public string Condition => "the decision criteria are empty or, by commercial, the scorecard is empty or has fewer than {meddpicc.scorecard-wins} wins";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.By(StageType.TechnicalValidation);

    public IReadOnlyList<string> Needs { get; } = ["Decision_Criteria__c", "Decision_Scorecard_Wins__c"];

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.scorecard-wins"];

    public RuleOutcome Apply(Deal deal) => AreWritten(deal) && IsWon(deal) ? RuleOutcome.Clear : new Finding(Id, Severity.Medium, deal);

    public Explanation Explain(Deal deal)
    {
        var wins = FieldValue.Of(deal.Policy.Meddpicc.ScorecardWins);
        var scorecard = new Fix(deal.NameOf("Decision_Scorecard_Wins__c"), wins);
        if (!AreWritten(deal))
        {
            return new Explanation
            {
                Message = "The decision criteria are not written down.",
                Evidence = [deal.Saw("Decision_Criteria__c", FieldValue.Of("filled"))],
            };
        }

        return new Explanation
        {
            Message = deal.Opportunity.DecisionScorecardWins is { } won
                ? $"The scorecard has {FieldValue.Of(won)} wins of 10; by now it takes {wins}."
                : $"The scorecard is empty; by now it takes {wins} wins of 10.",
            Evidence = [deal.Saw("Decision_Scorecard_Wins__c", wins)],
            Fix = [scorecard],
        };
    }

    private static bool AreWritten(Deal deal) => !string.IsNullOrWhiteSpace(deal.Opportunity.DecisionCriteria);

    private static bool IsWon(Deal deal) =>
        !deal.IsBy(StageType.Commercial) || deal.Opportunity.DecisionScorecardWins >= deal.Policy.Meddpicc.ScorecardWins;
}
