using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Renewals;

/// <summary>
/// The economic buyer of a renewal in the window was met in the last 90 days, or a meeting lies ahead. Source: M "CS: renewal
/// forecast"; catalogue section 4.
/// </summary>
public sealed class RenewalSponsorMustBeMetRule : IRuleOnSurroundings
{
    public string Id => "renewal.sponsor-unmet";

    public string Condition => "the renewal closes in this fiscal quarter or the {renewals.quarters-ahead} after it, the economic buyer was not met within {renewals.sponsor-days} days, and no meeting lies ahead";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Needs { get; } = ["CloseDate", "Economic_Buyer_Met_On__c"];

    public IReadOnlyList<string> Settings { get; } = ["renewals.quarters-ahead", "renewals.sponsor-days", "business.fiscal-year-starts-in"];

    public Surrounding RestsOn => Surrounding.Activity;

    public bool AsksOf(Deal deal) => RenewalWindow.Holds(deal) && !WasMet(deal);

    public RuleOutcome Apply(Deal deal)
    {
        if (!AsksOf(deal) || deal.Context.Activity?.NextMeetingOn >= deal.Today)
            return RuleOutcome.Clear;
        return deal.Context.Activity is null ? RuleOutcome.NotRun : new Finding(Id, Severity.High, deal);
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = deal.Opportunity.EconomicBuyerMetOn is { } met
            ? $"The economic buyer was last met on {Sentences.Date(met)} and no meeting lies ahead."
            : "The economic buyer was never met and no meeting lies ahead.",
        Evidence = [deal.Saw("Economic_Buyer_Met_On__c", FieldValue.Of($"at most {FieldValue.Of(deal.Policy.Renewals.SponsorDays)} days ago, or a meeting ahead"))],
    };

    private static bool WasMet(Deal deal) => deal.Opportunity.EconomicBuyerMetOn >= deal.Today.Plus(-deal.Policy.Renewals.SponsorDays);
}
