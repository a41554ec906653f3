using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// By commercial the economic buyer and the owner of procurement are named. Source: B 5.3 "if you can't name the budget owner and the
/// procurement owner, you don't yet have a buying process - you have a preference"; catalogue section 6.
/// </summary>
public sealed class BuyingProcessNeedsItsPeopleRule : IRule
{
    private static readonly FilledParts Parts = new(("Economic_Buyer__c", "economic buyer"), ("Procurement_Owner__c", "procurement owner"));

    public string Id => "meddpicc.no-buying-process";

    public string Condition => "the economic buyer or the procurement owner is not named";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.By(StageType.Commercial);

    public IReadOnlyList<string> Needs => Parts.Fields;

    public RuleOutcome Apply(Deal deal) => Parts.AreFilled(deal.Opportunity) ? RuleOutcome.Clear : new Finding(Id, Severity.High, deal);

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"No {Parts.Missing(deal)} is named: this is a preference, not yet a buying process.",
        Evidence = Parts.Saw(deal),
    };
}
