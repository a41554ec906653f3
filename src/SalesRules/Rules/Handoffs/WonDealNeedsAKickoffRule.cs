using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Handoffs;

/// <summary>
/// Two business days after the close the kickoff has a date. Asked for 30 days after the close. Source: B 9.5 "Day +2"; catalogue
/// section 5.
/// </summary>
public sealed class WonDealNeedsAKickoffRule : IRule
{
    public string Id => "handoff.kickoff-missing";

    public string Condition => "a new sale or an expansion was won within the last {closing.handoff-days} days, more than {closing.kickoff-days} business days ago, and the kickoff has no date";

    public bool CountsForRisk => false;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.ClosedDeals;

    public IReadOnlyList<string> Needs { get; } = ["IsWon", "Kickoff_On__c"];

    public IReadOnlyList<string> Reads { get; } = ["CloseDate", "Type"];

    public IReadOnlyList<string> Settings { get; } = ["closing.kickoff-days", "closing.handoff-days", "business.holidays"];

    public RuleOutcome Apply(Deal deal)
    {
        if (!FreshWin.Is(deal) || deal.Opportunity.KickoffOn is not null)
            return RuleOutcome.Clear;
        var due = deal.Policy.Business.AddBusinessDays(deal.Opportunity.CloseDate!.Value, deal.Policy.Closing.KickoffDays);
        return deal.Today > due ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"Won on {Sentences.Date(deal.Opportunity.CloseDate!.Value)} and no kickoff date within {FieldValue.Of(deal.Policy.Closing.KickoffDays)} business days.",
        Evidence = [deal.Saw("Kickoff_On__c", FieldValue.Of("a date"))],
    };
}
