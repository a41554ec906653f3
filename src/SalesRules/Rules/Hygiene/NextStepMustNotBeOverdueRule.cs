using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Hygiene;

/// <summary>
/// The next step lies ahead. Source: B 12.3 "Deals with next steps overdue"; catalogue section 8.
/// </summary>
public sealed class NextStepMustNotBeOverdueRule : IRule
{
    public string Id => "hygiene.next-step-overdue";

    public string Condition => "the next step's date is past";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs { get; } = ["Next_Step_Date__c"];

    public RuleOutcome Apply(Deal deal) => deal.Opportunity.NextStepDate < deal.Today ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The next step was due on {Sentences.Date(deal.Opportunity.NextStepDate!.Value)}.",
        Evidence = [deal.Saw("Next_Step_Date__c", FieldValue.Of("today or later"))],
    };
}
