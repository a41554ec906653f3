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

    public string Condition => "an approval is on record and today's scores would defer the POV";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Settings { get; } = ["pov.gated-motions"];

    public IReadOnlyList<string> Needs => Gate.Needs;

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Reads => Gate.RestsOn;

    public RuleOutcome Apply(Deal deal) =>
        deal.Gate is { HadApproval: true, State: GateState.Deferred } ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The POV is approved, but today's scores would defer it ({string.Join(", ", deal.Gate!.Scores.Missed)}).",
        Evidence = deal.SawScores(deal.Scores.NotAtTwo, FieldValue.Of("what earned the approval")),
        Fix = ScoreFix.For(deal, GateScores.Clearing),
    };
}
