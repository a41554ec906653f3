using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Rules.Stages;

/// <summary>
/// By technical validation there is a mutual action plan with a measurable criterion. Source: B 12.3 "MAP has at least one measurable
/// success criterion"; catalogue section 7.
/// </summary>
public sealed class DealNeedsAMutualActionPlanRule : IRule
{
    private static readonly FilledParts Parts = new(("Mutual_Action_Plan__c", "mutual action plan"), ("Mutual_Action_Plan_Criterion__c", "measurable criterion for it"));

    public string Id => "map.missing";

    public string Condition => "the mutual action plan or its measurable criterion is empty";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.By(StageType.TechnicalValidation);

    public IReadOnlyList<string> Needs => Parts.Fields;

    public RuleOutcome Apply(Deal deal) => Parts.AreFilled(deal.Opportunity) ? RuleOutcome.Clear : new Finding(Id, Severity.Medium, deal);

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The deal has no {Parts.Missing(deal)}.",
        Evidence = Parts.Saw(deal),
    };
}
