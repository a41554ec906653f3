using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>
/// Every opportunity's Type means a motion to the policy; one that does not is taken for the policy's default motion.
/// Source: catalogue section 1, motion; design 3.3.
/// </summary>
public sealed class MotionMustBeMappedRule : IRule
{
    public string Id => "motion.unmapped";

    public string Condition => "the deal's Type is empty or none that the policy maps to a motion";

    public bool CountsForRisk => false;

    public string Weighs => "low";

    public IReadOnlyList<string> Settings { get; } = ["motions.types", "motions.default"];

    public IReadOnlyList<string> Reads { get; } = ["Type"];

    public RuleOutcome Apply(Deal deal) =>
        !deal.HasMappedMotion ? new Finding(Id, Severity.Low, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal)
    {
        var found = deal.Opportunity.Type is { } type ? $"The policy does not map the type \"{type}\"" : "The opportunity has no type";
        return new Explanation
        {
            Message = $"{found}: it is taken for the policy's default motion.",
            Evidence = [deal.Saw("Type", FieldValue.Of("a type of the policy"))],
        };
    }
}
