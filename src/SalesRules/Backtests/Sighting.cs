using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Backtests;

/// <summary>Where a deal stood when it was seen: all that is kept for its outcome.</summary>
public sealed record Sighting(SalesforceId Deal, string? Name, DateOnly SeenOn, DealStatus Status, DateOnly? CloseDate)
{
    public static Sighting Of(Opportunity opportunity, DateOnly seenOn, StageMap stages) =>
        new(opportunity.Id, opportunity.Name, seenOn, PortfolioDeal.StatusOf(opportunity, stages), opportunity.CloseDate);
}
