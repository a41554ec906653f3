using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// By technical validation there are metrics: baseline, target and success criterion. Source: P "Metrics"; catalogue section 6.
/// </summary>
public sealed class DealNeedsMetricsRule : IRule
{
    private static readonly FilledParts Parts = new(("Metrics_Baseline__c", "baseline"), ("Metrics_Target__c", "target"), ("Metrics_Success_Criterion__c", "success criterion"));

    public string Id => "meddpicc.no-metrics";

    public string Condition => "the metrics' baseline, target or success criterion is empty";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.By(StageType.TechnicalValidation);

    public IReadOnlyList<string> Needs => Parts.Fields;

    public RuleOutcome Apply(Deal deal) => Parts.AreFilled(deal.Opportunity) ? RuleOutcome.Clear : new Finding(Id, Severity.Medium, deal);

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The metrics lack {Parts.Missing(deal)}.",
        Evidence = Parts.Saw(deal),
    };
}
