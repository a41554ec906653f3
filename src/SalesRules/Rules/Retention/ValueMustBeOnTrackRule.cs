using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Retention;

/// <summary>
/// The agreed outcome is on track: within 10 % of its target for two periods; at risk when missed once or its trend reversed; off track
/// when missed twice or adoption stalled. Source: B 11.2 "Confirm outcome status"; catalogue section 11.
/// </summary>
public sealed class ValueMustBeOnTrackRule : IRule
{
    public string Id => "value.review";

    public string Condition => "one of the last two periods is below {retention.on-target-percent} % of its target (low), or both are or adoption has stalled (medium)";

    public bool CountsForRisk => false;

    public string Weighs => "medium; low at risk";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Needs { get; } = ["Value_Last_Period", "Value_Period_Before"];

    public IReadOnlyList<string> Reads { get; } = ["Adoption_Stalled"];

    public IReadOnlyList<string> Settings { get; } = ["retention.on-target-percent"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Opportunity is { AdoptionStalled: not true } and ({ ValueLastPeriod: null } or { ValuePeriodBefore: null }))
            return RuleOutcome.NotRun;
        if (IsOffTrack(deal))
            return new Finding(Id, Severity.Medium, deal);
        return IsOnTrack(deal) ? RuleOutcome.Clear : new Finding(Id, Severity.Low, deal);
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = IsOffTrack(deal)
            ? "The agreed outcome is off track: missed twice, or adoption has stalled."
            : "The agreed outcome is at risk: missed once, or its trend has reversed.",
        Evidence = [deal.Saw("Value_Last_Period", FieldValue.Of(deal.Policy.Retention.OnTargetPercent)), deal.Saw("Value_Period_Before", FieldValue.Of(deal.Policy.Retention.OnTargetPercent))],
    };

    private static bool IsOffTrack(Deal deal) =>
        deal.Opportunity.AdoptionStalled == true || (deal.Opportunity.ValueLastPeriod < Target(deal) && deal.Opportunity.ValuePeriodBefore < Target(deal));

    private static bool IsOnTrack(Deal deal) => deal.Opportunity.ValueLastPeriod >= Target(deal) && deal.Opportunity.ValuePeriodBefore >= Target(deal);

    private static int Target(Deal deal) => deal.Policy.Retention.OnTargetPercent;
}
