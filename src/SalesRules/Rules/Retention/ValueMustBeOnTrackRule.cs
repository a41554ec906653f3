using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Retention;

/// <summary>
/// The agreed outcome is on track: within 10 % of its target for two periods; at risk when missed once or its trend reversed, from the
/// target or above to below it; off track when missed twice or adoption stalled. Source: B 11.2 "Confirm outcome status"; catalogue section 11.
/// </summary>
public sealed class ValueMustBeOnTrackRule : IRule
{
    private const int Target = 100;

    public string Id => "value.review";

    public string Condition => "one of the last two periods is below {retention.on-target-percent} % of its target or it fell from 100 % or more to below 100 % by as many points as still count as on target (low), or both are below or adoption has stalled (medium)";

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
        Message = $"The agreed outcome is {(IsOffTrack(deal) ? "off track" : "at risk")}: {Sentences.Join([.. Reasons(deal)])}.",
        Evidence = [.. Lacking(deal)],
    };

    private static IEnumerable<string> Reasons(Deal deal)
    {
        var opportunity = deal.Opportunity;
        var (last, before) = (FieldValue.Of(opportunity.ValueLastPeriod), FieldValue.Of(opportunity.ValuePeriodBefore));
        if (IsMissed(deal, opportunity.ValueLastPeriod) && IsMissed(deal, opportunity.ValuePeriodBefore))
            yield return $"it reached {before} % of its target, then {last} %";
        else if (IsMissed(deal, opportunity.ValueLastPeriod))
            yield return $"it reached {last} % of its target in the last period";
        else if (IsMissed(deal, opportunity.ValuePeriodBefore))
            yield return $"it reached {before} % of its target in the period before the last";
        if (HasReversed(deal))
            yield return $"its trend has reversed, from {before} % of its target to {last} %";
        if (opportunity.AdoptionStalled == true)
            yield return "adoption has stalled";
    }

    /// <summary>What falls short, and nothing that does not.</summary>
    private static IEnumerable<Evidence> Lacking(Deal deal)
    {
        var opportunity = deal.Opportunity;
        if (HasReversed(deal))
            yield return deal.Saw("Value_Last_Period", FieldValue.Of(Target));
        else if (IsMissed(deal, opportunity.ValueLastPeriod))
            yield return deal.Saw("Value_Last_Period", FieldValue.Of(deal.Policy.Retention.OnTargetPercent));
        if (HasReversed(deal))
            yield return deal.Saw("Value_Period_Before", FieldValue.Null);
        else if (IsMissed(deal, opportunity.ValuePeriodBefore))
            yield return deal.Saw("Value_Period_Before", FieldValue.Of(deal.Policy.Retention.OnTargetPercent));
        if (opportunity.AdoptionStalled == true)
            yield return deal.Saw("Adoption_Stalled", FieldValue.Of(false));
    }

    private static bool IsMissed(Deal deal, decimal? period) => period < deal.Policy.Retention.OnTargetPercent;

    /// <summary>
    /// The book names no figure for "trend reverses" and two periods are known (choice): who stood at the target or above had risen to it,
    /// and who is below it now by as much as still counts as on target has turned. Moving about above the target, or below it, turns nothing.
    /// </summary>
    private static bool HasReversed(Deal deal) => deal.Opportunity is { ValuePeriodBefore: >= Target and var before, ValueLastPeriod: < Target and var last }
        && last <= before - (Target - deal.Policy.Retention.OnTargetPercent);

    private static bool IsOffTrack(Deal deal) =>
        deal.Opportunity.AdoptionStalled == true || (IsMissed(deal, deal.Opportunity.ValueLastPeriod) && IsMissed(deal, deal.Opportunity.ValuePeriodBefore));

    private static bool IsOnTrack(Deal deal) =>
        !IsMissed(deal, deal.Opportunity.ValueLastPeriod) && !IsMissed(deal, deal.Opportunity.ValuePeriodBefore) && !HasReversed(deal);
}
