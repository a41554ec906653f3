using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// The named economic buyer stands high enough for the amount: under 500K a VP Engineering or CTO, up to 1M a CFO, above it a CEO or
/// the board. Without an amount, a name or a level there is nothing to compare. Source: P "Economic Buyer"; catalogue section 6.
/// </summary>
public sealed class EconomicBuyerMustMatchAmountRule : IRule
{
    public string Id => "meddpicc.economic-buyer-level";

    public string Condition => "the named economic buyer's level ranks below {meddpicc.small-level} for an amount under {meddpicc.middle-from}, below {meddpicc.middle-level} for one up to {meddpicc.middle-to}, or below {meddpicc.large-level} for one above it";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs { get; } = ["Economic_Buyer__c", "Economic_Buyer_Level__c", "Amount"];

    public IReadOnlyList<string> Settings { get; } =
        ["meddpicc.buyer-levels", "meddpicc.small-level", "meddpicc.middle-level", "meddpicc.large-level", "meddpicc.middle-from", "meddpicc.middle-to"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Opportunity is not { EconomicBuyer: not null, EconomicBuyerLevel: { } level, Amount: { } amount })
            return RuleOutcome.Clear;
        var levels = deal.Policy.Meddpicc.BuyerLevels;
        if (!levels.TryGetValue(level, out var rank))
            return RuleOutcome.NotRun;
        return rank >= levels[deal.Policy.Meddpicc.LevelFor(amount)] ? RuleOutcome.Clear : new Finding(Id, Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var needed = deal.Policy.Meddpicc.LevelFor(deal.Opportunity.Amount!.Value);
        return new Explanation
        {
            Message = $"The economic buyer is {deal.Opportunity.EconomicBuyerLevel}; this amount needs {needed} or above.",
            Evidence = [deal.Saw("Economic_Buyer_Level__c", FieldValue.Of($"{needed} or above")), deal.Saw("Amount", FieldValue.Null)],
            Fix = [new Fix(deal.NameOf("Economic_Buyer_Level__c"), FieldValue.Of(needed))],
        };
    }
}
