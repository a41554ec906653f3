using SalesRules.Decisions;

namespace SalesRules.Rules.Hygiene;

/// <summary>
/// Every open deal has a next step with an owner and a date. Source: B 12.1 "require a next step date"; P "Pipeline Reviews"; catalogue
/// section 8.
/// </summary>
public sealed class DealNeedsANextStepRule : IRule
{
    private static readonly FilledParts Parts = new(("NextStep", "next step"), ("Next_Step_Owner__c", "owner of it"), ("Next_Step_Date__c", "date for it"));

    public string Id => "hygiene.next-step-missing";

    public string Condition => "the next step, its owner or its date is empty";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs => Parts.Fields;

    public RuleOutcome Apply(Deal deal) => Parts.AreFilled(deal.Opportunity) ? RuleOutcome.Clear : new Finding(Id, Severity.Medium, deal);

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"No {Parts.Missing(deal)}.",
        Evidence = Parts.Saw(deal),
    };
}
