using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>
/// Every stage that a deal stands in is mapped by the policy; rules that depend on an unmapped one do not run.
/// Source: catalogue section 1, stage type.
/// </summary>
public sealed class StageMustBeMappedRule : IRule
{
    public string Id => "stage.unmapped";

    public string Condition => "the deal's stage is none of the policy's stages";

    public bool CountsForRisk => false;

    public string Weighs => "low";

    public IReadOnlyList<string> Settings { get; } = ["stages"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Stage is not null)
            return RuleOutcome.Clear;
        return deal.Opportunity.StageName is null ? RuleOutcome.NotRun : new Finding(Id, Severity.Low, deal);
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The policy does not map the stage \"{deal.Opportunity.StageName}\": rules that depend on the stage did not run.",
        Evidence = [deal.Saw("StageName", FieldValue.Of("a stage of the policy"))],
    };
}
