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

    public bool CountsForRisk => true;

    public IReadOnlyList<string> Needs { get; } = [.. Gate.Needs, "POV_Start__c", "POV_SE__c"];

    public bool NeedsStage => true;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Gate is not { OnRecord: false } || deal.IsBy(StageType.Pov))
            return RuleOutcome.Clear;
        var started = deal.Opportunity.PovStart <= deal.Context.Today;
        var staffed = deal.Opportunity.PovSe is not null;
        if (!started && !staffed)
            return RuleOutcome.Clear;
        var evidence = new List<Evidence>();
        if (started)
            evidence.Add(deal.Saw("POV_Start__c", FieldValue.Of("empty, or a later day, until the approval")));
        if (staffed)
            evidence.Add(deal.Saw("POV_SE__c", FieldValue.Of("empty until the approval")));
        return new Finding
        {
            Rule = Id,
            Severity = Severity.High,
            Message = (started, staffed) switch
            {
                (true, true) => "A POV has started and an SE is assigned, but no approval is on record.",
                (true, false) => "A POV has started, but no approval is on record.",
                _ => "An SE is assigned to a POV, but no approval is on record.",
            },
            Evidence = evidence,
            Fix = [.. evidence.Select(seen => new Fix(seen.Field, FieldValue.Null))],
        };
    }
}
