using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>A POV in pov is planned for no more than the policy's days. Source: P "PoC (60 days)".</summary>
public sealed class PovMustNotRunTooLongRule : IRule
{
    public string Id => "pov.over-length";

    public string Condition => "the POV's end lies more than {pov.maximum-days} days after its start";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Settings { get; } = ["pov.maximum-days"];

    public IReadOnlyList<string> Needs { get; } = ["POV_Start__c", "POV_End__c"];

    public Reach Reach { get; } = Reach.In(StageType.Pov);

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Opportunity.PovStart is not { } start || deal.Opportunity.PovEnd is not { } end)
            return RuleOutcome.Clear;
        return end.DayNumber - start.DayNumber <= deal.Policy.Pov.MaximumDays ? RuleOutcome.Clear : new Finding(Id, Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var (start, end) = (deal.Opportunity.PovStart!.Value, deal.Opportunity.PovEnd!.Value);
        var latest = start.Plus(deal.Policy.Pov.MaximumDays);
        return new Explanation
        {
            Message = $"The POV is planned for {end.DayNumber - start.DayNumber} days; the policy allows {deal.Policy.Pov.MaximumDays}, to {Sentences.Date(latest)}.",
            Evidence = [deal.Saw("POV_End__c", FieldValue.Of($"by {Sentences.Date(latest)}"))],
            Fix = [new Fix(deal.NameOf("POV_End__c"), FieldValue.Of(latest))],
        };
    }
}
