using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>
/// Who moves a deal back says why, at the move or after it. Source: B 12.1 "require a stage reason when moving backward"; catalogue
/// section 7.
/// </summary>
public sealed class BackwardMoveNeedsAReasonRule : IRule
{
    public string Id => "stage.backward-without-reason";

    public string Condition => "a person moved the deal back, and the reason is empty or did not change at or after the move";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Needs { get; } = ["Stage_Change_Reason__c"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.StageHistory is null)
            return RuleOutcome.NotRun;
        if (deal.LastMove is not { IsBackward: true } move || !move.IsByAPerson(deal))
            return RuleOutcome.Clear;
        if (string.IsNullOrWhiteSpace(deal.Opportunity.StageChangeReason))
            return new Finding(Id, Severity.Medium, deal);
        return HasNewReason(deal, move) switch
        {
            null => RuleOutcome.NotRun,
            true => RuleOutcome.Clear,
            false => new Finding(Id, Severity.Medium, deal),
        };
    }

    public Explanation Explain(Deal deal)
    {
        var move = deal.LastMove!;
        return new Explanation
        {
            Message = $"Moved back {move.Words(deal)} without a new reason.",
            Evidence = [deal.Saw("Stage_Change_Reason__c", FieldValue.Of("a reason for this move")), deal.Saw("StageName", FieldValue.Null)],
        };
    }

    /// <summary>Whether the reason changed at or after the move; null: nobody watched.</summary>
    private static bool? HasNewReason(Deal deal, StageMove move)
    {
        if (deal.Context.FieldHistory is not { } history)
            return null;
        if (history.LastChange("Stage_Change_Reason__c") is { } changed)
            return changed >= move.At;
        return history.Since < move.At ? false : null;
    }
}
