using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// The customer's pain scores at least 7 of 10: below that the deal stalls; disqualify it, or re-engage when pain increases. Source: P
/// "If pain score under 7/10, deal will likely stall"; catalogue section 6.
/// </summary>
public sealed class PainMustBeStrongRule : IRule
{
    public string Id => "meddpicc.low-pain";

    public string Condition => "the pain score is below {meddpicc.strong-pain}";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public IReadOnlyList<string> Needs { get; } = ["Pain_Score__c"];

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.strong-pain"];

    public bool HandsOutTasks => true;

    public RuleOutcome Apply(Deal deal) =>
        deal.Opportunity.PainScore < deal.Policy.Meddpicc.StrongPain ? new Finding(Id, Severity.High, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal)
    {
        var strong = FieldValue.Of(deal.Policy.Meddpicc.StrongPain);
        return new Explanation
        {
            Message = $"Pain is {FieldValue.Of(deal.Opportunity.PainScore)} of 10, under {strong}: the deal will likely stall.",
            Evidence = [deal.Saw("Pain_Score__c", strong)],
            Fix = [new Fix(deal.NameOf("Pain_Score__c"), strong)],
            Tasks = [new TaskPart("", $"Pain under {strong} of 10: disqualify the deal, or agree with the customer what would make the pain urgent and re-engage then")],
        };
    }
}
