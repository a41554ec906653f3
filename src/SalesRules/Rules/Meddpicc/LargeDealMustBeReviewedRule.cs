using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// A deal above 100K that has come to pov is on the bi-weekly deal review; one without all scores is listed as not reviewable. Source:
/// P "Deal Reviews"; catalogue section 6.
/// </summary>
public sealed class LargeDealMustBeReviewedRule : IRule
{
    public string Id => "meddpicc.deal-review";

    public string Condition => "the amount is above {meddpicc.deal-review-above}";

    public bool CountsForRisk => false;

    public string Weighs => "info";

    public Reach Reach { get; } = Reach.By(StageType.Pov);

    // A place on the agenda, which nothing that the deal owes takes away.
    public bool IsOwedByStage => false;

    public IReadOnlyList<string> Needs { get; } = ["Amount"];

    public IReadOnlyList<string> Reads { get; } = [.. Pillars.ScoreFields];

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.deal-review-above"];

    public RuleOutcome Apply(Deal deal) =>
        deal.Opportunity.Amount > deal.Policy.Meddpicc.DealReviewAbove ? new Finding(Id, Severity.Info, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = deal.Scores.IsComplete
            ? $"On the bi-weekly deal review: more than {FieldValue.Of(deal.Policy.Meddpicc.DealReviewAbove)}."
            : $"Due for the bi-weekly deal review, with more than {FieldValue.Of(deal.Policy.Meddpicc.DealReviewAbove)}, and not reviewable: pillars are unscored.",
        Evidence = [deal.Saw("Amount", FieldValue.Null)],
    };
}
