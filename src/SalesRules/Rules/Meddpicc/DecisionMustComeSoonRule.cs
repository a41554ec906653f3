using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// The customer expects to decide within six months. Source: P "Timeline"; catalogue section 6.
/// </summary>
public sealed class DecisionMustComeSoonRule : IRule
{
    public string Id => "meddpicc.long-timeline";

    public string Condition => "the decision is expected more than {meddpicc.long-timeline-months} months ahead";

    public bool CountsForRisk => true;

    public string Weighs => "low";

    public IReadOnlyList<string> Needs { get; } = ["Decision_Expected_On__c"];

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.long-timeline-months"];

    public RuleOutcome Apply(Deal deal) =>
        deal.Opportunity.DecisionExpectedOn > deal.Today.AddMonths(deal.Policy.Meddpicc.LongTimelineMonths) ? new Finding(Id, Severity.Low, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The decision is expected on {Sentences.Date(deal.Opportunity.DecisionExpectedOn!.Value)}, more than {FieldValue.Of(deal.Policy.Meddpicc.LongTimelineMonths)} months ahead.",
        Evidence = [deal.Saw("Decision_Expected_On__c", FieldValue.Of($"within {FieldValue.Of(deal.Policy.Meddpicc.LongTimelineMonths)} months"))],
    };
}
