using SalesRules.Policies;

namespace SalesRules.Portfolio.Hygiene;

/// <summary>When a deal was last updated in a way that says something about it.</summary>
internal static class LastUpdate
{
    /// <summary>
    /// The day; null when neither history nor an activity tells. What the integration user wrote is no person's update (catalogue
    /// section 1), and so SystemModstamp and LastModifiedDate tell nothing.
    /// </summary>
    public static DateOnly? Of(PortfolioDeal deal, PortfolioScope scope)
    {
        var zone = scope.Policy.TimeZone;
        DateOnly?[] days =
        [
            deal.States?.LastOrDefault(state => scope.IntegrationUser is null || (state.By is not null && state.By != scope.IntegrationUser))?.At.DayIn(zone),
            deal.Entries?.LastOrDefault(entry => scope.IntegrationUser is null || (entry.EnteredBy is not null && entry.EnteredBy != scope.IntegrationUser))?.EnteredAt.DayIn(zone),
            deal.Record.LastActivityDate,
            deal.Record.ScoredOn,
        ];
        return days.Where(day => day <= scope.Today).Max();
    }
}
