using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// A deal that entered pov before the agreement took effect is flagged, never moved.
/// Source: M "Effective: ____"; catalogue section 3.
/// </summary>
public sealed class PovEnteredBeforeTheGateRule : IRule
{
    public string Id => "pov.entered-before-effective";

    public string Condition => "the deal is in pov, entered it before the gate took effect, has no approval on record, and the gate defers it";

    public bool CountsForRisk => true;

    public string Weighs => "info";

    public IReadOnlyList<string> Settings { get; } = ["pov.gated-motions", "pov.effective-on"];

    public IReadOnlyList<string> Needs => Gate.Needs;

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Reads => Gate.RestsOn;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Policy.Pov.EffectiveOn is null || !deal.IsInPov || deal.Gate is not { State: GateState.Deferred, OnRecord: false })
            return RuleOutcome.Clear;
        if (PovEntry.BeforeEffective(deal) is not { } before)
            return RuleOutcome.NotRun;
        return before ? new Finding(Id, Severity.Info, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var effective = Sentences.Date(deal.Policy.Pov.EffectiveOn!.Value);
        return new Explanation
        {
            Message = $"The deal entered POV before the gate took effect on {effective}; it is not moved.",
            Evidence = [deal.Saw("LastStageChangeDate", FieldValue.Of($"on or after {effective}"))],
        };
    }
}
