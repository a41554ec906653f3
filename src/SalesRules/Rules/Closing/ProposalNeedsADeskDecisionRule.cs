using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Closing;

/// <summary>
/// By commercial the deal desk has decided on the proposal, with reviewer and date, and has not rejected it. Source: B 7.5; catalogue
/// section 8.
/// </summary>
public sealed class ProposalNeedsADeskDecisionRule : IRule
{
    private static readonly FilledParts Parts = new(("Desk_Decision__c", "decision of the deal desk"), ("Desk_Decision_By__c", "reviewer"), ("Desk_Decision_On__c", "date of the review"));

    public string Id => "proposal.no-desk-decision";

    public string Condition => "the deal desk's decision, its reviewer or its date is empty, or the decision is no approval";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.By(StageType.Commercial);

    public IReadOnlyList<string> Needs => Parts.Fields;

    public IReadOnlyList<string> Settings { get; } = ["closing.desk-approvals"];

    public RuleOutcome Apply(Deal deal) => Parts.AreFilled(deal.Opportunity) && IsApproved(deal) ? RuleOutcome.Clear : new Finding(Id, Severity.High, deal);

    public Explanation Explain(Deal deal) => Parts.AreFilled(deal.Opportunity)
        ? new Explanation
        {
            Message = $"The deal desk decided \"{deal.Opportunity.DeskDecision}\" and the deal moved on.",
            Evidence = [deal.Saw("Desk_Decision__c", FieldValue.Of(string.Join(" or ", deal.Policy.Closing.DeskApprovals.Order(StringComparer.Ordinal))))],
        }
        : new Explanation
        {
            Message = $"The proposal has no {Parts.Missing(deal)}.",
            Evidence = Parts.Saw(deal),
        };

    private static bool IsApproved(Deal deal) => deal.Policy.Closing.DeskApprovals.Contains(deal.Opportunity.DeskDecision!);
}
