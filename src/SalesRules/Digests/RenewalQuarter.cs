using SalesRules.Portfolio;

namespace SalesRules.Digests;

/// <summary>What is to be renewed in one fiscal quarter, and how much of it is at risk.</summary>
public sealed record RenewalQuarter(FiscalQuarter Quarter, Money Due, Money AtRisk)
{
    /// <summary>Gathers the renewals of the window.</summary>
    internal sealed class Builder(DigestScope scope)
    {
        private readonly List<RenewalQuarter> quarters =
        [
            .. Enumerable.Range(0, scope.Policy.Renewals.QuartersAhead + 1)
                .Select(ahead => new RenewalQuarter(FiscalQuarter.Of(scope.Policy.Fiscal, scope.Quarter.Start.AddMonths(3 * ahead)), default, default)),
        ];

        public void Add(DigestDeal deal)
        {
            var index = quarters.FindIndex(quarter => quarter.Quarter.Contains(deal.Record.CloseDate));
            var quarter = quarters[index];
            quarters[index] = quarter with { Due = deal.AddedTo(quarter.Due), AtRisk = deal.Decision.Risk.IsAtRisk ? deal.AddedTo(quarter.AtRisk) : quarter.AtRisk };
        }

        public IReadOnlyList<RenewalQuarter> Build() => quarters;
    }
}
