using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Hygiene;

/// <summary>
/// An open deal closes today or later. Source: B 12.2 "Expected Close Dates That Don't Lie"; P "Pipeline Reviews"; catalogue section 8.
/// </summary>
public sealed class CloseDateMustLieAheadRule : IRule
{
    public string Id => "hygiene.close-date-past";

    public string Condition => "the close date is past";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public IReadOnlyList<string> Needs { get; } = ["CloseDate"];

    public RuleOutcome Apply(Deal deal) => deal.Opportunity.CloseDate < deal.Today ? new Finding(Id, Severity.High, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The close date {Sentences.Date(deal.Opportunity.CloseDate!.Value)} is past and the deal is open.",
        Evidence = [deal.Saw("CloseDate", FieldValue.Of("today or later"))],
    };
}
