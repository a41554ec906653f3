using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// A POV with an approval on record keeps the scores that earned it. A flag only: the deal is never moved back.
/// Source: catalogue section 3; M "The audit gets rescored".
/// </summary>
public sealed class ApprovedPovMustKeepItsScoreRule : IRule
{
    public string Id => "pov.score-dropped";

    public bool CountsForRisk => true;

    public IReadOnlyList<string> Needs => Gate.Needs;

    public bool NeedsStage => true;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Gate is not { HadApproval: true, State: GateState.Deferred } gate)
            return RuleOutcome.Clear;
        return new Finding
        {
            Rule = Id,
            Severity = Severity.Medium,
            Message = $"The POV is approved, but today's scores would defer it ({string.Join(", ", gate.Scores.Missed)}).",
            Evidence = [.. Pillars.All.Where(pillar => deal.Scores[pillar] is null or < 2).Select(pillar => deal.Saw(pillar.ScoreField(), FieldValue.Of("what earned the approval")))],
            Fix = ScoreFix.For(deal, GateScores.Clearing),
        };
    }
}
