using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// By discovery the pain has a score. Source: P "Identify Pain"; catalogue section 6.
/// </summary>
public sealed class PainMustBeScoredRule : IRule
{
    public string Id => "meddpicc.pain-unscored";

    public string Condition => "the pain score is empty";

    public bool CountsForRisk => true;

    public string Weighs => "low";

    public Reach Reach { get; } = Reach.By(StageType.Discovery);

    public IReadOnlyList<string> Needs { get; } = ["Pain_Score__c"];

    public RuleOutcome Apply(Deal deal) => deal.Opportunity.PainScore is null ? new Finding(Id, Severity.Low, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = "The pain has no score: ask what happens if nothing changes, and score it from 0 to 10.",
        Evidence = [deal.Saw("Pain_Score__c", FieldValue.Of("0 to 10"))],
    };
}
