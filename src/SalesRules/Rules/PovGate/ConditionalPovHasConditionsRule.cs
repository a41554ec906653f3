using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// A POV approved with a total of 6 or 7 is approved with conditions: the work on every pillar below 2 (choice).
/// Source: M "Approved with conditions (6-7 with floors met)".
/// </summary>
public sealed class ConditionalPovHasConditionsRule : IRule
{
    public string Id => "pov.conditions";

    public string Condition => "the floors are met, every pillar is scored and the total is 6 or 7";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Settings { get; } = ["pov.gated-motions", "pov.work"];

    public IReadOnlyList<string> Needs => Pillars.ScoreFields;

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public bool HandsOutTasks => true;

    public IReadOnlyList<string> Reads => Gate.RestsOn;

    public RuleOutcome Apply(Deal deal) =>
        deal.Gate is { State: GateState.ApprovedWithConditions } ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal)
    {
        // Every pillar is scored, or the gate would have deferred it.
        var below = deal.Scores.NotAtTwo;
        return new Explanation
        {
            Message = $"POV approved with conditions at a total of {deal.Scores.Total}: raise {Sentences.Join([.. below.Select(pillar => $"{pillar.Label(deal.Motion)} ({deal.Scores[pillar]})")])}.",
            Evidence = deal.SawScores(below, FieldValue.Of(2m)),
            Fix = ScoreFix.For(deal, ToApproved),
            Tasks = [.. below.Select(pillar => new TaskPart(pillar.Letter(), deal.Policy.Pov.Work[pillar]))],
        };
    }

    private static readonly SmallestScoreChange ToApproved = new(scores => GateScores.Of(scores).State == GateState.Approved);
}
