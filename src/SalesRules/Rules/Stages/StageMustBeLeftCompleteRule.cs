using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>
/// A deal leaves a stage when that stage's exit checklist is complete: "if the checklist is not complete, the deal cannot move
/// forward". In mode return it goes back to the stage it left. Source: B 12.3; catalogue section 7.
/// </summary>
public sealed class StageMustBeLeftCompleteRule : IRule
{
    public string Id => "stage.exit-incomplete";

    public string Condition => "a person moved the deal forward and an item of the exit checklist of the stage that it left is not filled";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public bool IsOwedByStage => true;

    /// <summary>The fields of the checklists and, where deals go back, those of the gate, which goes first.</summary>
    public IEnumerable<string> ReadsUnder(Policy policy) =>
        policy.StageRules.ExitChecklists.Values.SelectMany(list => list).SelectMany(item => item.Fields)
            .Concat(policy.StageRules.Exit == ExitMode.Return ? Gate.RestsOn : []);

    public IReadOnlyList<string> Settings { get; } = ["stage-rules.exit", "stage-rules.exit-checklists"];

    /// <summary>With the stage goes the category: Salesforce would reset it.</summary>
    public IReadOnlyList<string> Corrects(Policy policy) => policy.StageRules.Exit == ExitMode.Return ? ["StageName", "ForecastCategoryName"] : [];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.StageHistory is null)
            return RuleOutcome.NotRun;
        if (deal.LastMove is not { IsForward: true } move || !move.IsByAPerson(deal) || !HasOpen(deal, move.From!))
            return RuleOutcome.Clear;
        var finding = new Finding(Id, Severity.High, deal);
        return GoesBack(deal, move.From!)
            ? finding.With([new FieldChange(deal.NameOf("StageName"), FieldValue.Of(deal.Opportunity.StageName), FieldValue.Of(move.From!.Name), Id)])
            : finding;
    }

    public Explanation Explain(Deal deal)
    {
        var move = deal.LastMove!;
        var open = Open(deal, move.From!);
        return new Explanation
        {
            Message = $"Moved {move.Words(deal)} with its exit checklist incomplete: {string.Join("; ", open.Select(item => item.Name))}.",
            Evidence = [.. open.SelectMany(item => item.Missing(deal.Opportunity)).Distinct().Select(field => deal.Saw(field, FieldValue.Of("filled")))],
        };
    }

    /// <summary>What the gate sends back goes where the gate says, and nothing goes back into pov past the gate.</summary>
    private static bool GoesBack(Deal deal, Stage left) =>
        deal.Policy.StageRules.Exit == ExitMode.Return && left is { Active: true, IsClosed: false }
        && (left.Type != StageType.Pov || deal.Opportunity.PovApprovedOn is not null)
        && !(deal.IsInPov && deal.Gate is { OnRecord: false, State: GateState.Deferred });

    private static bool HasOpen(Deal deal, Stage left)
    {
        var items = Checklist(deal, left);
        for (var place = 0; place < items.Count; place++)
        {
            if (IsOpen(deal, items[place]))
                return true;
        }

        return false;
    }

    private static List<ChecklistItem> Open(Deal deal, Stage left) => [.. Checklist(deal, left).Where(item => IsOpen(deal, item))];

    private static IReadOnlyList<ChecklistItem> Checklist(Deal deal, Stage left) => deal.Policy.StageRules.ExitChecklists.GetValueOrDefault(left.Type) ?? [];

    private static bool IsOpen(Deal deal, ChecklistItem item) => item.IsDone(deal.Opportunity, deal.Policy.Fields) == false;
}
