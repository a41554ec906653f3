using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// By technical validation there is a champion. Source: P "If no champion by technical deep-dive stage, deal is at risk"; catalogue
/// section 6.
/// </summary>
public sealed class DealNeedsAChampionRule : IRule
{
    public string Id => "meddpicc.no-champion";

    public string Condition => "no champion is named";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.By(StageType.TechnicalValidation);

    public IReadOnlyList<string> Needs { get; } = ["Champion__c"];

    public RuleOutcome Apply(Deal deal) => deal.Opportunity.Champion is null ? new Finding(Id, Severity.High, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = "No champion: find the person who gains most, has influence, and sells for you when you are not in the room.",
        Evidence = [deal.Saw("Champion__c", FieldValue.Of("named"))],
    };
}
