using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// By pov the way to the customer's decision is mapped. Source: P "Decision Process"; catalogue section 6.
/// </summary>
public sealed class DealNeedsADecisionProcessRule : IRule
{
    public string Id => "meddpicc.no-decision-process";

    public string Condition => "the decision process is empty";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.By(StageType.Pov);

    public IReadOnlyList<string> Needs { get; } = ["Decision_Process__c"];

    public RuleOutcome Apply(Deal deal) =>
        string.IsNullOrWhiteSpace(deal.Opportunity.DecisionProcess) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = "The decision process is not mapped: who decides, who signs, in which order, by when.",
        Evidence = [deal.Saw("Decision_Process__c", FieldValue.Of("filled"))],
    };
}
