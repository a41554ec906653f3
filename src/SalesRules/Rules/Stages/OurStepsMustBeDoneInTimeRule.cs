using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>
/// No step of ours in the mutual action plan is past its date. Source: B 12.3; catalogue section 7.
/// </summary>
public sealed class OurStepsMustBeDoneInTimeRule : IRule
{
    public string Id => "map.overdue";

    public string Condition => "the day on which our next step of the mutual action plan is due is past";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs { get; } = ["Mutual_Action_Plan_Next_Due__c"];

    public RuleOutcome Apply(Deal deal) => deal.Opportunity.MutualActionPlanNextDue < deal.Today ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"A step of ours in the mutual action plan was due on {Sentences.Date(deal.Opportunity.MutualActionPlanNextDue!.Value)}.",
        Evidence = [deal.Saw("Mutual_Action_Plan_Next_Due__c", FieldValue.Of("today or later"))],
    };
}
