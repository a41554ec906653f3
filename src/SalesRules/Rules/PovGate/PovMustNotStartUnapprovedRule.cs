using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// Before pov no POV has started and no SE is assigned: hours would be spent that the gate has not released.
/// Source: M "The SE Director uses MIQL as the filter for releasing SE hours on POV requests".
/// </summary>
public sealed class PovMustNotStartUnapprovedRule : IRule
{
    public string Id => "pov.started-unapproved";

    public string Condition => "the deal has not come to pov, no approval is on record, and the POV has started or has an SE";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public IReadOnlyList<string> Settings { get; } = ["pov.gated-motions"];

    public IReadOnlyList<string> Needs { get; } = [.. Gate.Needs, "POV_Start__c", "POV_SE__c"];

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public bool IsOwedByStage => true;

    public IReadOnlyList<string> Reads => Gate.RestsOn;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Gate is not { OnRecord: false } || deal.IsBy(StageType.Pov))
            return RuleOutcome.Clear;
        return HasStarted(deal) || IsStaffed(deal) ? new Finding(Id, Severity.High, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var evidence = new List<Evidence>();
        if (HasStarted(deal))
            evidence.Add(deal.Saw("POV_Start__c", FieldValue.Of("empty, or a later day, until the approval")));
        if (IsStaffed(deal))
            evidence.Add(deal.Saw("POV_SE__c", FieldValue.Of("empty until the approval")));
        return new Explanation
        {
            Message = (HasStarted(deal), IsStaffed(deal)) switch
            {
                (true, true) => "A POV has started and an SE is assigned, but no approval is on record.",
                (true, false) => "A POV has started, but no approval is on record.",
                _ => "An SE is assigned to a POV, but no approval is on record.",
            },
            Evidence = evidence,
            // What has started has started: to empty its date would only hide it, and what clears it is the gate.
            Fix = HasStarted(deal) ? [] : [.. evidence.Select(seen => new Fix(seen.Field, FieldValue.Null))],
        };
    }

    private static bool HasStarted(Deal deal) => deal.Opportunity.PovStart <= deal.Context.Today;

    private static bool IsStaffed(Deal deal) => deal.Opportunity.PovSe is not null;
}
