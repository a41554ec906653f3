using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Renewals;

/// <summary>
/// From 90 days before its close a renewal has a performance file. Source: B 11.5; catalogue section 4.
/// </summary>
public sealed class RenewalNeedsAPerformanceFileRule : IRule
{
    public string Id => "renewal.no-performance-file";

    public string Condition => "the renewal closes within {renewals.performance-file-days} days, or should have closed, and its performance file is empty";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Needs { get; } = ["CloseDate", "Performance_File__c"];

    public IReadOnlyList<string> Settings { get; } = ["renewals.performance-file-days"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Opportunity.CloseDate is not { } close || !string.IsNullOrWhiteSpace(deal.Opportunity.PerformanceFile))
            return RuleOutcome.Clear;
        return close <= deal.Today.Plus(deal.Policy.Renewals.PerformanceFileDays) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"Renews on {Sentences.Date(deal.Opportunity.CloseDate!.Value)} and has no performance file.",
        Evidence = [deal.Saw("Performance_File__c", FieldValue.Of("filled"))],
    };
}
