using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Renewals;

/// <summary>
/// A cost of switching scored 2 has been validated by the customer, on a date. Source: M "CS: renewal forecast"; catalogue section 4.
/// </summary>
public sealed class CostOfSwitchingMustBeValidatedRule : IRule
{
    public string Id => "renewal.switching-cost-unvalidated";

    public string Condition => "Quantify is 2 and no date up to today says that the customer validated the cost of switching";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Needs { get; } = ["Switching_Cost_Validated_On__c", Pillar.Quantify.ScoreField()];

    public RuleOutcome Apply(Deal deal) =>
        deal.Scores.Quantify == 2 && !(deal.Opportunity.SwitchingCostValidatedOn <= deal.Today) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = "The cost of switching is scored 2 and the customer has not validated it: get the date of their confirmation.",
        Evidence = [deal.Saw("Switching_Cost_Validated_On__c", FieldValue.Of("a date up to today")), deal.Saw(OpportunityFields.ScoreOf(Pillar.Quantify), FieldValue.Null)],
    };
}
