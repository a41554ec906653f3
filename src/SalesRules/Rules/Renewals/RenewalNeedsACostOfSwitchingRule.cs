using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Renewals;

/// <summary>
/// A renewal in the window has a cost of switching that the customer feels: Quantify 2. Source: M "CS: renewal forecast"; catalogue
/// section 4.
/// </summary>
public sealed class RenewalNeedsACostOfSwitchingRule : IRule
{
    public string Id => "renewal.weak-switching-cost";

    public string Condition => "the renewal closes in this fiscal quarter or the {renewals.quarters-ahead} after it, and Quantify is 0 or 1";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Needs { get; } = ["CloseDate", Pillar.Quantify.ScoreField()];

    public IReadOnlyList<string> Settings { get; } = ["renewals.quarters-ahead", "business.fiscal-year-starts-in"];

    public RuleOutcome Apply(Deal deal) =>
        deal.Scores.Quantify <= 1 && RenewalWindow.Holds(deal) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The cost of switching is weak ({FieldValue.Of(deal.Scores.Quantify)} of 2): work out with the customer what leaving would cost them.",
        Evidence = [deal.Saw(OpportunityFields.ScoreOf(Pillar.Quantify), FieldValue.Of(2))],
        Fix = [new Fix(deal.NameOf(OpportunityFields.ScoreOf(Pillar.Quantify)), FieldValue.Of(2))],
    };
}
