using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Renewals;

/// <summary>
/// A renewal with a total of 8 or more and both Insight and Quantify at 2, scored and not inherited, is a lead for an expansion.
/// Source: M "Shared accountability", CS to sales; catalogue section 4.
/// </summary>
public sealed class StrongRenewalIsALeadForExpansionRule : IRule
{
    public string Id => "renewal.expansion-lead";

    public string Condition => "the total is {renewals.expansion-total} or more, and Insight and Quantify are 2, scored and not inherited";

    public bool CountsForRisk => false;

    public string Weighs => "info";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Needs => Pillars.ScoreFields;

    public IReadOnlyList<string> Reads { get; } = ["Account.OwnerId"];

    public IReadOnlyList<string> Settings { get; } = ["renewals.expansion-total"];

    public bool HandsOutTasks => true;

    public RuleOutcome Apply(Deal deal) =>
        deal.Scores is { Insight: 2, Quantify: 2 } && deal.Scores.Total >= deal.Policy.Renewals.ExpansionTotal ? new Finding(Id, Severity.Info, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"A lead for an expansion: total {FieldValue.Of(deal.Scores.Total)}, Insight 2 and Cost of switching 2.",
        Evidence = [deal.Saw(OpportunityFields.ScoreOf(Pillar.Insight), FieldValue.Of(2)), deal.Saw(OpportunityFields.ScoreOf(Pillar.Quantify), FieldValue.Of(2))],
        Tasks = [new TaskPart("", "Talk with the customer about an expansion: the renewal shows new insight and a cost of switching that they feel") { For = deal.Opportunity.AccountOwnerId, IsOnce = true }],
    };
}
