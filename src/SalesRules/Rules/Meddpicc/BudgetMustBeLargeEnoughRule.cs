using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// An enterprise deal has a budget above 100K, where the budget is known. Source: P "required"; catalogue section 6.
/// </summary>
public sealed class BudgetMustBeLargeEnoughRule : IRule
{
    public string Id => "meddpicc.small-budget";

    public string Condition => "the deal's segment is enterprise and its budget is known and not above {meddpicc.small-budget}";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs { get; } = ["Budget__c"];

    public IReadOnlyList<string> Reads { get; } = ["Segment__c"];

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.small-budget", "segments"];

    public RuleOutcome Apply(Deal deal)
    {
        if (!(deal.Opportunity.Budget <= deal.Policy.Meddpicc.SmallBudget))
            return RuleOutcome.Clear;
        return deal.Segment switch
        {
            null => RuleOutcome.NotRun,
            SegmentMap.Enterprise => new Finding(Id, Severity.Medium, deal),
            _ => RuleOutcome.Clear,
        };
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The budget is {FieldValue.Of(deal.Opportunity.Budget)}; an enterprise deal needs more than {FieldValue.Of(deal.Policy.Meddpicc.SmallBudget)}.",
        Evidence = [deal.Saw("Budget__c", FieldValue.Of($"more than {FieldValue.Of(deal.Policy.Meddpicc.SmallBudget)}"))],
    };
}
