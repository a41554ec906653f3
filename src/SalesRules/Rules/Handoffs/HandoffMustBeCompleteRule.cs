using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Handoffs;

/// <summary>
/// What is won is handed over complete: scope and criteria, stakeholders, kickoff, dependencies. Asked for 30 days after the close.
/// Source: B 12.3, stage 5; catalogue section 5.
/// </summary>
public sealed class HandoffMustBeCompleteRule : IRule
{
    public string Id => "handoff.incomplete";

    public string Condition => "a new sale or an expansion was won within the last {closing.handoff-days} days, and an item of the hand-off is not filled";

    public bool CountsForRisk => false;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.ClosedDeals;

    public IReadOnlyList<string> Needs { get; } = ["IsWon"];

    public IEnumerable<string> ReadsUnder(Policy policy) => policy.Closing.Handoff.SelectMany(item => item.Fields);

    public IReadOnlyList<string> Reads { get; } = ["CloseDate", "Type"];

    public IReadOnlyList<string> Settings { get; } = ["closing.handoff", "closing.handoff-days"];

    public RuleOutcome Apply(Deal deal) =>
        FreshWin.Is(deal) && Open(deal).Any() ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal)
    {
        var open = Open(deal).ToList();
        return new Explanation
        {
            Message = $"Won on {Sentences.Date(deal.Opportunity.CloseDate!.Value)} and the hand-off is incomplete: {string.Join("; ", open.Select(item => item.Name))}.",
            Evidence = [.. open.SelectMany(item => item.Missing(deal.Opportunity)).Distinct().Select(field => deal.Saw(field, FieldValue.Of("filled")))],
        };
    }

    private static IEnumerable<ChecklistItem> Open(Deal deal) =>
        deal.Policy.Closing.Handoff.Where(item => item.IsDone(deal.Opportunity, deal.Policy.Fields) == false);
}
