using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// A POV that ends within 14 days needs its closing steps now; within 7 days it weighs high. Source: P "Automation: PoC ending in 2
/// weeks"; catalogue section 6.
/// </summary>
public sealed class PovMustReachItsEndPreparedRule : IRule
{
    public string Id => "meddpicc.pov-ending";

    public string Condition => "the POV ends today or within {meddpicc.pov-ending-days} days; high within {meddpicc.pov-ending-soon-days}";

    public bool CountsForRisk => true;

    public string Weighs => "medium; high within 7 days";

    public Reach Reach { get; } = Reach.In(StageType.Pov);

    public IReadOnlyList<string> Needs { get; } = ["POV_End__c"];

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.pov-ending-days", "meddpicc.pov-ending-soon-days"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Opportunity.PovEnd is not { } end || end < deal.Today || end > deal.Today.Plus(deal.Policy.Meddpicc.PovEndingDays))
            return RuleOutcome.Clear;
        return new Finding(Id, end <= deal.Today.Plus(deal.Policy.Meddpicc.PovEndingSoonDays) ? Severity.High : Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The POV ends on {Sentences.Date(deal.Opportunity.PovEnd!.Value)}: agree now who reviews the result and what follows.",
        Evidence = [deal.Saw("POV_End__c", FieldValue.Null)],
    };
}
