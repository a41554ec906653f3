using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Renewals;

/// <summary>
/// The CSM's view of a renewal and its computed risk are never two levels apart: Green where the risk is high, or Red where it is none or
/// low, goes to the CS lead. The two are never averaged. Source: M "CS: renewal forecast"; catalogue section 4.
/// </summary>
public sealed class TwoViewsMustAgreeRule : IRuleOnTheOthers
{
    public string Id => "renewal.two-key";

    public string Condition => "the CSM's view and the computed risk stand two levels apart: one says high, the other low or none";

    public bool CountsForRisk => false;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Needs { get; } = ["CSM_View__c"];

    public IReadOnlyList<string> Settings { get; } = ["renewals.csm-views", "risk.medium-findings"];

    /// <summary>Alone it has nothing to say: it asks what the others found.</summary>
    public RuleOutcome Apply(Deal deal) => RuleOutcome.Clear;

    public RuleOutcome Apply(Deal deal, Risk risk, IReadOnlyList<Finding> found)
    {
        if (deal.Opportunity.CsmView is not { } view)
            return RuleOutcome.Clear;
        if (!deal.Policy.Renewals.CsmViews.TryGetValue(view, out var seen))
            return RuleOutcome.NotRun;
        return Math.Abs(Light(seen) - Light(risk.Level)) < 2 ? RuleOutcome.Clear : new Finding(Id, Severity.High, Disagreement(deal, view, risk));
    }

    /// <exception cref="NotSupportedException">Always: its findings carry their reasons.</exception>
    public Explanation Explain(Deal deal) => throw new NotSupportedException($"{Id} explains its findings when it makes them");

    private static Explanation Disagreement(Deal deal, string view, Risk risk) => new()
    {
        Message = $"The CSM sees {view} and the risk is {risk.Level.ToString().ToLowerInvariant()}: one of the two does not know what the other knows.",
        Evidence = [deal.Saw("CSM_View__c", FieldValue.Of($"a view that fits {risk.Level.ToString().ToLowerInvariant()} risk"))],
    };

    /// <summary>0 green, 1 yellow, 2 red.</summary>
    private static int Light(RiskLevel level) => level switch
    {
        RiskLevel.High => 2,
        RiskLevel.Medium => 1,
        _ => 0,
    };
}
