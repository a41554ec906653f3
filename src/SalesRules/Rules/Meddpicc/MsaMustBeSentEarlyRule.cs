using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// The MSA goes out within the first week of a POV. Source: P "Week 1 of PoC"; catalogue section 6.
/// </summary>
public sealed class MsaMustBeSentEarlyRule : IRule
{
    public string Id => "meddpicc.msa-late";

    public string Condition => "the POV started more than {meddpicc.msa-days} days ago and no MSA was sent";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs { get; } = ["POV_Start__c", "MSA_Sent_On__c"];

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.msa-days"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Opportunity.PovStart is not { } start || IsSent(deal))
            return RuleOutcome.Clear;
        return deal.Today.DayNumber - start.DayNumber > deal.Policy.Meddpicc.MsaDays ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The POV started on {Sentences.Date(deal.Opportunity.PovStart!.Value)} and no MSA was sent within {FieldValue.Of(deal.Policy.Meddpicc.MsaDays)} days.",
        Evidence = [deal.Saw("MSA_Sent_On__c", FieldValue.Of("a day not after today")), deal.Saw("POV_Start__c", FieldValue.Null)],
    };

    /// <summary>An MSA that is to go out on a day to come has not been sent.</summary>
    private static bool IsSent(Deal deal) => deal.Opportunity.MsaSentOn <= deal.Today;
}
