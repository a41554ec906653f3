using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Renewals;

/// <summary>
/// The champion of a renewal is still there: the field was not emptied, and the person has not left the account. Source: B 11.1
/// "Stakeholder churn: the champion leaves"; catalogue section 4.
/// </summary>
public sealed class RenewalChampionMustStayRule : IRuleOnSurroundings
{
    public string Id => "renewal.champion-lost";

    public string Condition => "the champion was emptied, or belongs to another account";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Needs { get; } = ["Champion__c"];

    public IReadOnlyList<string> Reads { get; } = ["AccountId"];

    public Surrounding RestsOn => Surrounding.ChampionAccount;

    public bool AsksOf(Deal deal) => deal.Opportunity.Champion is not null;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Opportunity.Champion is null)
            return deal.Context.FieldHistory is { } history ? WasEmptied(history) ? new Finding(Id, Severity.High, deal) : RuleOutcome.Clear : RuleOutcome.NotRun;
        if (deal.Context.ChampionAccount is not { } worksAt || deal.Opportunity.AccountId is not { } account)
            return RuleOutcome.NotRun;
        return worksAt == account ? RuleOutcome.Clear : new Finding(Id, Severity.High, deal);
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = deal.Opportunity.Champion is null
            ? $"The champion was removed on {Sentences.Date(deal.Policy.DayOf(deal.Context.FieldHistory!.LastChange("Champion__c")!.Value))}: who sells for us inside now?"
            : "The champion has left the account: who sells for us inside now?",
        Evidence = [deal.Saw("Champion__c", FieldValue.Of("a champion at the account"))],
    };

    /// <summary>A field that is empty and was seen to change has been filled before.</summary>
    private static bool WasEmptied(FieldHistory history) => history.LastChange("Champion__c") is not null;
}
