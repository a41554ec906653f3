using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// A deal leaves pov when its POV has ended. Source: P "PoC (60 days)"; catalogue section 6.
/// </summary>
public sealed class PovMustNotOutstayItsEndRule : IRule
{
    public string Id => "meddpicc.pov-overdue";

    public string Condition => "the POV's end is past";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.In(StageType.Pov);

    public IReadOnlyList<string> Needs { get; } = ["POV_End__c"];

    public RuleOutcome Apply(Deal deal) => deal.Opportunity.PovEnd < deal.Today ? new Finding(Id, Severity.High, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The POV ended on {Sentences.Date(deal.Opportunity.PovEnd!.Value)} and the deal is still in {deal.Opportunity.StageName}.",
        Evidence = [deal.Saw("POV_End__c", FieldValue.Of("today or later")), deal.Saw("StageName", FieldValue.Of("a later stage"))],
    };
}
