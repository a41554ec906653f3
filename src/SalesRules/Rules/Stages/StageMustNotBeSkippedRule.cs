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

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Reads { get; } = ["Type"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.StageHistory is null)
            return RuleOutcome.NotRun;
        if (StageMove.Last(deal) is not { IsForward: true } move || !move.IsByAPerson(deal))
            return RuleOutcome.Clear;
        return Skipped(deal, move).Any() ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var move = StageMove.Last(deal)!;
        return new Explanation
        {
            Message = $"Moved {move.Words(deal)}, past {Sentences.Join([.. Skipped(deal, move).Select(stage => stage.Name)])}.",
            Evidence = [deal.Saw("StageName", FieldValue.Of("one stage at a time"))],
        };
    }

    /// <summary>The stages between that the deal has never been in; a sale without a POV passes none.</summary>
    private static IEnumerable<Stage> Skipped(Deal deal, StageMove move) =>
        deal.Policy.Stages.All.Where(stage =>
            stage is { Active: true, IsClosed: false } && stage.Order > move.From!.Order && stage.Order < move.To.Order
            && (stage.Type != StageType.Pov || deal.Policy.Pov.GatedMotions.Contains(deal.Motion))
            && deal.StageHistory!.All(entry => deal.Policy.Stages.Find(entry.StageName)?.Order != stage.Order));
}
