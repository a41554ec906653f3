using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Hygiene;

/// <summary>
/// A deal that is at risk or stalled names what blocks it: Missing Stakeholder, Missing Requirements, Pricing Approval, Legal Redline or
/// Procurement Process. Source: B 12.3 "Use a single 'Blocker' field"; catalogue section 8.
/// </summary>
public sealed class StuckDealNamesItsBlockerRule : IRuleOnTheOthers
{
    private const string Stalled = "stage.no-progress";

    public string Id => "hygiene.blocker-missing";

    public string Condition => "the deal is at risk, or stalled by stage.no-progress, and no blocker is named";

    public bool CountsForRisk => false;

    public string Weighs => "low";

    public IReadOnlyList<string> Settings { get; } = ["risk.medium-findings", "stage-rules.no-progress-days"];

    public IReadOnlyList<string> Needs { get; } = ["Blocker__c"];

    /// <summary>Alone it has nothing to say: it asks what the others found.</summary>
    public RuleOutcome Apply(Deal deal) => RuleOutcome.Clear;

    public RuleOutcome Apply(Deal deal, Risk risk, IReadOnlyList<Finding> found) =>
        deal.Opportunity.Blocker is null && (risk.IsAtRisk || IsStalled(found)) ? new Finding(Id, Severity.Low, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = "At risk or stalled without a blocker: name what stands in the way.",
        Evidence = [deal.Saw("Blocker__c", FieldValue.Of("what stands in the way"))],
    };

    private static bool IsStalled(IReadOnlyList<Finding> found)
    {
        foreach (var finding in found)
        {
            if (finding.Rule == Stalled)
                return true;
        }

        return false;
    }
}
