namespace SalesRules.Rules.Renewals;

/// <summary>The window of renewals: those that close in the current or the next two fiscal quarters (catalogue section 4).</summary>
public static class RenewalWindow
{
    public static bool Holds(Deal deal) =>
        deal.Opportunity.CloseDate is { } close
        && close >= deal.Policy.Fiscal.QuarterStart(deal.Today)
        && close <= deal.Policy.Fiscal.QuarterEnd(deal.Today, deal.Policy.Renewals.QuartersAhead);
}
