using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// A deal in a pov stage has an approval; a deferred one without goes back to the stage it came from. No override applies.
/// Source: M "Floors are non-negotiable ... No exceptions"; catalogue section 3.
/// </summary>
public sealed class PovStageNeedsApprovalRule : IRule
{
    public string Id => "pov.stage-without-approval";

    public string Condition => "the deal is in pov, entered it when the gate was in effect, has no approval on record, and the gate defers it";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public IReadOnlyList<string> Settings { get; } = ["pov.gated-motions", "pov.return-stage", "pov.effective-on"];

    public IReadOnlyList<string> Needs => Gate.Needs;

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public bool IsOwedByStage => true;

    public IReadOnlyList<string> Reads => Gate.RestsOn;

    /// <summary>With the stage goes the category: Salesforce would reset it.</summary>
    public IReadOnlyList<string> Corrects(Policy policy) => ["StageName", "ForecastCategoryName"];

    public RuleOutcome Apply(Deal deal)
    {
        if (!deal.IsInPov || deal.Gate is not { State: GateState.Deferred, OnRecord: false })
            return RuleOutcome.Clear;
        if (PovEntry.BeforeEffective(deal) is not { } before)
            return RuleOutcome.NotRun;
        if (before)
            return RuleOutcome.Clear;
        return new Finding(Id, Severity.High, deal)
        {
            Changes = [new FieldChange(deal.NameOf("StageName"), FieldValue.Of(deal.Opportunity.StageName), FieldValue.Of(ReturnStage(deal)), Id)],
        };
    }

    public Explanation Explain(Deal deal)
    {
        var target = ReturnStage(deal);
        return new Explanation
        {
            Message = $"In {deal.Opportunity.StageName} without an approval on record and the gate defers it ({string.Join(", ", deal.Gate!.Scores.Missed)}): it returns to {target}.",
            Evidence =
            [
                deal.Saw("StageName", FieldValue.Of(target)),
                deal.Saw(Gate.ApprovalField, FieldValue.Of("an approval made on entry")),
            ],
            Fix = ScoreFix.For(deal, GateScores.Clearing),
        };
    }

    /// <summary>
    /// The latest stage in history of lower order that is active, mapped and not closed, else the policy's return stage. Not
    /// another stage of type pov: the next run would move the deal again.
    /// </summary>
    private static string ReturnStage(Deal deal)
    {
        var before = deal.StageHistory?
            .Select(entry => deal.Policy.Stages.Find(entry.StageName))
            .LastOrDefault(stage => stage is { Active: true, IsClosed: false, Type: not StageType.Pov } && stage.Order < deal.Stage!.Order);

        // The deal stands in a pov stage, and a policy that maps one has a return stage.
        return before?.Name ?? deal.Policy.Pov.ReturnStage!;
    }
}
