using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// A deal past pov whose history shows an entry to pov has its approval on record. A flag only.
/// Source: catalogue section 3.
/// </summary>
public sealed class DealBeyondPovNeedsApprovalRule : IRule
{
    public string Id => "pov.beyond-without-approval";

    public string Condition => "the deal is past pov, entered pov when the gate was in effect, and has no approval on record";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Settings { get; } = ["pov.gated-motions", "pov.effective-on"];

    public IReadOnlyList<string> Needs { get; } = [Gate.ApprovalField];

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public bool IsOwedByStage => true;

    public IReadOnlyList<string> Reads { get; } = ["Type"];

    public RuleOutcome Apply(Deal deal)
    {
        if (!deal.IsPast(StageType.Pov) || deal.Opportunity.PovApprovedOn is not null
            || !deal.Policy.Pov.GatedMotions.Contains(deal.Motion) || !deal.Policy.Stages.Has(StageType.Pov))
            return RuleOutcome.Clear;
        if (deal.StageHistory is null)
            return RuleOutcome.NotRun;
        if (EntryDay(deal) is not { } entered || entered < deal.Policy.Pov.EffectiveOn)
            return RuleOutcome.Clear;
        return new Finding(Id, Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The deal entered POV on {Sentences.Date(EntryDay(deal)!.Value)} and moved on without an approval on record.",
        Evidence = [deal.Saw(Gate.ApprovalField, FieldValue.Of("an approval made on entry"))],
    };

    /// <summary>Null: the history shows no entry.</summary>
    private static DateOnly? EntryDay(Deal deal) =>
        PovEntry.First(deal) is { } entered ? deal.Policy.DayOf(entered) : null;
}
