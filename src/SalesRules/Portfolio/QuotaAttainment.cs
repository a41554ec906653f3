using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>
/// What was won of what was to be won (P "Quota": a ramp of 300 + 350 + 400 + 450 is 1,500K; "80 % of reps hit 100 %+ quota").
/// Commissions are not computed: P's example contradicts its own table.
/// </summary>
/// <param name="InQuarter">Won in the quarter.</param>
/// <param name="InYear">Won in the fiscal year up to today.</param>
/// <param name="OnQuota">Owners who have reached their quota of the year to date, of those who have one.</param>
public sealed record QuotaAttainment(Money InQuarter, Money InYear, PeriodTarget Target, Rate OnQuota)
{
    /// <summary>Of the quarter's target, 1 being all of it.</summary>
    public decimal? OfQuarter => Share(InQuarter, Target.Quarter);

    /// <summary>Of the targets of the year's quarters up to this one: what a ramp asks for by now.</summary>
    public decimal? OfYearToDate => Share(InYear, Target.ToDate);

    /// <summary>Of the whole year's target.</summary>
    public decimal? OfYear => Share(InYear, Target.Year);

    private static decimal? Share(Money won, decimal? target) => target is > 0 ? won.Amount / target : null;

    /// <summary>Gathers the won deals.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private readonly Dictionary<SalesforceId, Money> ofOwner = [];
        private Money inQuarter;
        private Money inYear;

        public void Add(PortfolioDeal deal)
        {
            if (!deal.IsWon || deal.Record.CloseDate is not { } closed || closed < scope.Quarter.YearStart || closed > scope.Quarter.End)
                return;
            inYear = deal.AddedTo(inYear);
            if (scope.Quarter.Contains(closed))
                inQuarter = deal.AddedTo(inQuarter);
            if (deal.Record.OwnerId is { } owner)
                ofOwner[owner] = deal.AddedTo(ofOwner.GetValueOrDefault(owner));
        }

        /// <param name="owners">The owners of the slice.</param>
        public QuotaAttainment Build(PeriodTarget target, IEnumerable<SalesforceId> owners)
        {
            var onQuota = new Rate();
            foreach (var owner in owners)
            {
                if (scope.Settings.Quotas.TryGetValue(owner, out var quota) && PeriodTarget.Of(quota, scope.Quarter, "").ToDate is { } toDate)
                    onQuota = onQuota.Plus(ofOwner.GetValueOrDefault(owner).Amount >= toDate);
            }

            return new QuotaAttainment(inQuarter, inYear, target, onQuota);
        }
    }
}
