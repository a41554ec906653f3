using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>The quotas of several owners together. One quota that is not known makes the sum unknown: deals would stand against a target that leaves their owner out.</summary>
internal static class QuotaSum
{
    /// <param name="owners">Null: deals without an owner, who has no quota.</param>
    public static PeriodTarget Of(IReadOnlyCollection<SalesforceId?> owners, PortfolioScope scope)
    {
        var quotas = scope.Settings.Quotas;
        var known = owners.Where(owner => owner is { } id && quotas.ContainsKey(id)).ToList();
        var isWhole = known.Count > 0 && known.Count == owners.Count;
        var sum = isWhole
            ? known.Aggregate(new QuarterAmounts(0, 0, 0, 0), (total, owner) => total.Plus(quotas[owner!.Value]))
            : QuarterAmounts.Unknown;
        var why = isWhole ? "a quota leaves the quarter out"
            : known.Count == 0 ? "no quota (portfolio.quotas)"
            : FormattableString.Invariant($"no quota for {owners.Count - known.Count} of {owners.Count} owners (portfolio.quotas)");
        return PeriodTarget.Of(sum, scope.Quarter, why);
    }
}
