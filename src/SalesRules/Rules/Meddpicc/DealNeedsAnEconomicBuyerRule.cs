using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// By pov the economic buyer is named and has been met. Source: P "If AE hasn't spoken to Economic Buyer by PoC stage, deal is at
/// risk"; catalogue section 6.
/// </summary>
public sealed class DealNeedsAnEconomicBuyerRule : IRule
{
    public string Id => "meddpicc.no-economic-buyer";

    public string Condition => "no economic buyer is named, or the one who is has not been met";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.By(StageType.Pov);

    public IReadOnlyList<string> Needs { get; } = ["Economic_Buyer__c", "Economic_Buyer_Met_On__c"];

    public RuleOutcome Apply(Deal deal) =>
        deal.Opportunity.EconomicBuyer is not null && IsMet(deal) ? RuleOutcome.Clear : new Finding(Id, Severity.High, deal);

    public Explanation Explain(Deal deal) => new()
    {
        Message = deal.Opportunity.EconomicBuyer is null
            ? "No economic buyer is named: find out who can spend the money, and meet them."
            : "The economic buyer is named and has not been met: ask the champion for the meeting.",
        Evidence = [.. Missing(deal)],
    };

    private static IEnumerable<Evidence> Missing(Deal deal)
    {
        if (deal.Opportunity.EconomicBuyer is null)
            yield return deal.Saw("Economic_Buyer__c", FieldValue.Of("named"));
        if (!IsMet(deal))
            yield return deal.Saw("Economic_Buyer_Met_On__c", FieldValue.Of("a day not after today"));
    }

    /// <summary>A meeting that lies ahead has not been held.</summary>
    private static bool IsMet(Deal deal) => deal.Opportunity.EconomicBuyerMetOn <= deal.Today;
}
