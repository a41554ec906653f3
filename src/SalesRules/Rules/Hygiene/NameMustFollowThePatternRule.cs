using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Hygiene;

/// <summary>
/// A deal is named as the organisation has agreed; without a pattern in the policy nothing is asked. Source: B 12.1 "Naming
/// conventions"; catalogue section 8.
/// </summary>
public sealed class NameMustFollowThePatternRule : IRule
{
    public string Id => "hygiene.naming";

    public string Condition => "the policy has a pattern for names and the deal's does not follow it";

    public bool CountsForRisk => true;

    public string Weighs => "low";

    public IReadOnlyList<string> Needs { get; } = ["Name"];

    public IReadOnlyList<string> Settings { get; } = ["hygiene.name-pattern", "hygiene.name-hint"];

    public RuleOutcome Apply(Deal deal) =>
        deal.Policy.Hygiene.NamePattern is { } pattern && !pattern.IsMatch(deal.Opportunity.Name ?? "") ? new Finding(Id, Severity.Low, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The name does not follow {deal.Policy.Hygiene.NameHint}.",
        Evidence = [deal.Saw("Name", FieldValue.Of(deal.Policy.Hygiene.NameHint))],
    };
}
