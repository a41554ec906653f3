using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>
/// A deal passes through every stage on its way forward, but for pov where its motion has none. Source: B 12.2 "a stage should represent a customer state"; catalogue section
/// 7.
/// </summary>
public sealed class StageMustNotBeSkippedRule : IRule
{
    public string Id => "stage.skipped";

    public string Condition => "a person moved the deal forward past an active stage that it has never been in; past pov only where the gate asks for its motion";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Settings { get; } = ["pov.gated-motions", "stages"];

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Reads { get; } = ["Type"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.StageHistory is null)
            return RuleOutcome.NotRun;
        if (deal.LastMove is not { IsForward: true } move || !move.IsByAPerson(deal))
            return RuleOutcome.Clear;
        return SkipsAny(deal, move) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var move = deal.LastMove!;
        return new Explanation
        {
            Message = $"Moved {move.Words(deal)}, past {Sentences.Join([.. Skipped(deal, move).Select(stage => stage.Name)])}.",
            Evidence = [deal.Saw("StageName", FieldValue.Of("one stage at a time"))],
        };
    }

    private static bool SkipsAny(Deal deal, StageMove move)
    {
        var stages = deal.Policy.Stages.All;
        for (var place = 0; place < stages.Count; place++)
        {
            if (IsSkipped(deal, move, stages[place]))
                return true;
        }

        return false;
    }

    /// <summary>The stages between that the deal has never been in; a sale without a POV passes none.</summary>
    private static IEnumerable<Stage> Skipped(Deal deal, StageMove move) => deal.Policy.Stages.All.Where(stage => IsSkipped(deal, move, stage));

    private static bool IsSkipped(Deal deal, StageMove move, Stage stage) =>
        stage.Order > move.From!.Order && stage.Order < move.To.Order && stage is { Active: true, IsClosed: false }
        && (stage.Type != StageType.Pov || deal.Policy.Pov.GatedMotions.Contains(deal.Motion))
        && !HasBeenIn(deal, stage);

    private static bool HasBeenIn(Deal deal, Stage stage) => deal.StageHistory!.Any(entry => deal.Policy.Stages.Find(entry.StageName)?.Order == stage.Order);
}
