using SalesRules.Policies;
using SalesRules.Rules.Renewals;

namespace SalesRules.Digests;

/// <summary>The weekly view of the renewals that close in the policy's window (M "CS: renewal forecast"; catalogue section 4).</summary>
/// <param name="Risk">The renewals of the window by risk.</param>
public sealed record RenewalPreRead(DigestScope Scope, RiskSums Risk) : Digest(Scope)
{
    public override DigestKind Kind => DigestKind.Renewals;

    /// <summary>All of the window, the next to close first.</summary>
    public required DealList Due { get; init; }

    /// <summary>The sponsor is silent or was not met, or the champion is gone: a red flag whatever the rest says.</summary>
    public required DealList RedFlags { get; init; }

    /// <summary>Not scored, or last scored too long ago.</summary>
    public required DealList ScoreDue { get; init; }

    /// <summary>The cost of switching is weak, was never validated by the customer, or was weak when they bought.</summary>
    public required DealList WeakSwitchingCost { get; init; }

    /// <summary>The CSM's view and the computed risk are two levels apart: for the CS lead to settle.</summary>
    public required DealList ViewsDisagree { get; init; }

    public required DealList NoPerformanceFile { get; init; }

    /// <summary>Strong enough to ask for more.</summary>
    public required DealList ExpansionLeads { get; init; }

    /// <summary>The quarters that the window covers, with what is to be renewed in each.</summary>
    public required IReadOnlyList<RenewalQuarter> Quarters { get; init; }

    /// <summary>Gathers the decided deals.</summary>
    internal sealed class Builder(DigestScope scope) : DigestBuilder
    {
        private readonly RiskSums.Builder risk = new();
        private readonly RenewalQuarter.Builder quarters = new(scope);
        private readonly DealList.Builder due = List(scope, deal => RenewalWindow.Holds(deal.Deal), DealOrder.ByCloseDate);
        private readonly DealList.Builder redFlags = List(scope, deal => deal.HasAny("renewal.sponsor-silent", "renewal.sponsor-unmet", "renewal.champion-lost"), DealOrder.ByCloseDate);
        private readonly DealList.Builder scoreDue = List(scope, deal => deal.Has("renewal.score-due"), DealOrder.ByCloseDate);
        private readonly DealList.Builder weak = List(
            scope, deal => deal.HasAny("renewal.weak-switching-cost", "renewal.switching-cost-unvalidated", "renewal.inherited-weak-quantify"), DealOrder.ByAmount);
        private readonly DealList.Builder views = List(scope, deal => deal.Has("renewal.two-key"), DealOrder.ByAmount);
        private readonly DealList.Builder files = List(scope, deal => deal.Has("renewal.no-performance-file"), DealOrder.ByCloseDate);
        private readonly DealList.Builder leads = List(scope, deal => deal.Has("renewal.expansion-lead"), DealOrder.ByAmount);

        public override void Add(DigestDeal deal)
        {
            if (!IsRenewal(deal))
                return;
            foreach (var list in new[] { due, redFlags, scoreDue, weak, views, files, leads })
                list.Add(deal);
            if (!RenewalWindow.Holds(deal.Deal))
                return;
            risk.Add(deal);
            quarters.Add(deal);
        }

        public override RenewalPreRead Build(OpenActions actions) => new(scope, risk.Build())
        {
            Due = due.Build(),
            RedFlags = redFlags.Build(),
            ScoreDue = scoreDue.Build(),
            WeakSwitchingCost = weak.Build(),
            ViewsDisagree = views.Build(),
            NoPerformanceFile = files.Build(),
            ExpansionLeads = leads.Build(),
            Quarters = quarters.Build(),
        };

        private static bool IsRenewal(DigestDeal deal) => deal.IsOpen && deal.Deal.Motion == Motion.Renewal;

        private static DealList.Builder List(DigestScope scope, Func<DigestDeal, bool> belongs, IComparer<DigestDeal> order) =>
            new(belongs, order, scope.Settings.Listed);
    }
}
