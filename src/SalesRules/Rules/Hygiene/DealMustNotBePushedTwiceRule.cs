using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Hygiene;

/// <summary>
/// A close date is pushed at most once; two or three pushes are low, four or more medium. Source: P "Pipeline Reviews" (slipping
/// deals); catalogue section 8.
/// </summary>
public sealed class DealMustNotBePushedTwiceRule : IRule
{
    public string Id => "hygiene.pushed";

    public string Condition => "the close date was pushed {hygiene.pushes-low} times or more; medium from {hygiene.pushes-medium} on";

    public bool CountsForRisk => true;

    public string Weighs => "low; medium from 4 pushes";

    public IReadOnlyList<string> Needs { get; } = ["PushCount"];

    public IReadOnlyList<string> Settings { get; } = ["hygiene.pushes-low", "hygiene.pushes-medium"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Opportunity.PushCount is not { } pushes)
            return RuleOutcome.NotRun;
        if (pushes < deal.Policy.Hygiene.PushesLow)
            return RuleOutcome.Clear;
        return new Finding(Id, pushes >= deal.Policy.Hygiene.PushesMedium ? Severity.Medium : Severity.Low, deal);
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = deal.Opportunity.PushCount == 1 ? "The close date was pushed once." : $"The close date was pushed {FieldValue.Of(deal.Opportunity.PushCount)} times.",
        Evidence = [deal.Saw("PushCount", FieldValue.Of(deal.Policy.Hygiene.PushesLow - 1))],
    };
}
