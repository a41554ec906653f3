using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>
/// A move to another stage has a documented reason and a next step; one without is left out of conversion figures. Source: B 1.5
/// "Conversion is counted when the CRM stage changes with a documented reason and next step"; catalogue section 7.
/// </summary>
public sealed class StageChangeMustBeDocumentedRule : IRule
{
    private static readonly FilledParts Parts = new(("Stage_Change_Reason__c", "reason"), ("NextStep", "next step"));

    public string Id => "stage.change-undocumented";

    public string Condition => "a person moved the deal, and the reason or the next step is empty";

    public bool CountsForRisk => true;

    public string Weighs => "low";

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Needs => Parts.Fields;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.StageHistory is null)
            return RuleOutcome.NotRun;
        return deal.LastMove is { } move && move.IsByAPerson(deal) && !Parts.AreFilled(deal.Opportunity) ? new Finding(Id, Severity.Low, deal) : RuleOutcome.Clear;
    }

    /// <summary>Whether the record says why the deal came into its stage and what comes next; what the organisation has no field for is not asked.</summary>
    internal static bool IsDocumented(Opportunity opportunity, FieldMap fields) => !Parts.Fields.All(fields.Has) || Parts.AreFilled(opportunity);

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"Moved {deal.LastMove!.Words(deal)} without {Parts.Missing(deal)}: the move does not count for conversion.",
        Evidence = Parts.Saw(deal),
    };
}
