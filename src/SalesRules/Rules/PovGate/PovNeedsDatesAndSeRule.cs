using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// A deal in pov has a start, an end and an SE. Source: catalogue section 3; P "PoC (60 days)".
/// </summary>
public sealed class PovNeedsDatesAndSeRule : IRule
{
    private static readonly string[] FieldNames = ["POV_Start__c", "POV_End__c", "POV_SE__c"];

    public string Id => "pov.dates-missing";

    public string Condition => "the POV's start, end or SE is empty";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs => FieldNames;

    public Reach Reach { get; } = Reach.In(StageType.Pov);

    public bool IsOwedByStage => true;

    public RuleOutcome Apply(Deal deal)
    {
        return deal.Opportunity is { PovStart: not null, PovEnd: not null, PovSe: not null } ? RuleOutcome.Clear : new Finding(Id, Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var missing = new List<(string Field, string Words)>();
        if (deal.Opportunity.PovStart is null)
            missing.Add((FieldNames[0], "start"));
        if (deal.Opportunity.PovEnd is null)
            missing.Add((FieldNames[1], "end"));
        if (deal.Opportunity.PovSe is null)
            missing.Add((FieldNames[2], "SE"));
        return new Explanation
        {
            Message = $"The POV has no {Sentences.Join([.. missing.Select(field => field.Words)])}.",
            Evidence = [.. missing.Select(field => deal.Saw(field.Field, FieldValue.Of("filled")))],
        };
    }
}
