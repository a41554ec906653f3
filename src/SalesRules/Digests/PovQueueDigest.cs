using SalesRules.Portfolio;
using SalesRules.Rules.PovGate;

namespace SalesRules.Digests;

/// <summary>What the SE director decides about at the POV gate (M "SE: POV approval gate"; catalogue section 3).</summary>
public sealed record PovQueueDigest(DigestScope Scope) : Digest(Scope)
{
    public override DigestKind Kind => DigestKind.Pov;

    /// <summary>SE hours are being spent without an approval on record.</summary>
    public required DealList Unapproved { get; init; }

    /// <summary>Approved and not started, as the queue has them: by total, then amount, then id.</summary>
    public required DealList Waiting { get; init; }

    /// <summary>A POV is asked for or under way, and the scores do not allow it.</summary>
    public required DealList Deferred { get; init; }

    /// <summary>Started, and not moved on: the next to end first.</summary>
    public required DealList Running { get; init; }

    /// <summary>Their end is near or over.</summary>
    public required DealList Ending { get; init; }

    /// <summary>Approved once, and today's scores would not be.</summary>
    public required DealList Dropped { get; init; }

    /// <summary>Deferred, and nobody has asked yet: counted, not named.</summary>
    public required Money NotAsked { get; init; }

    /// <summary>How many of the policy's capacity run; null capacity: no limit.</summary>
    public int? Capacity => Scope.Policy.Pov.Capacity;

    /// <summary>Gathers the decided deals.</summary>
    internal sealed class Builder(DigestScope scope) : DigestBuilder
    {
        private readonly DealList.Builder unapproved = List(scope, deal => deal.HasAny("pov.started-unapproved", "pov.stage-without-approval"), DealOrder.ByAmount);
        private readonly DealList.Builder waiting = List(scope, deal => ApprovedPovWaitsForCapacityRule.Waits(deal.Deal), DealOrder.ByTotal);
        private readonly DealList.Builder deferred = List(scope, IsDeferred, DealOrder.ByAmount);
        private readonly DealList.Builder running = List(scope, deal => ApprovedPovWaitsForCapacityRule.Runs(deal.Deal), DealOrder.ByDay(deal => deal.Record.PovEnd));
        private readonly DealList.Builder ending = List(scope, Ends, DealOrder.ByDay(deal => deal.Record.PovEnd));
        private readonly DealList.Builder dropped = List(scope, deal => deal.Has("pov.score-dropped"), DealOrder.ByAmount);
        private Money notAsked;

        public override void Add(DigestDeal deal)
        {
            if (!deal.IsOpen)
                return;
            foreach (var list in new[] { unapproved, waiting, deferred, running, ending, dropped })
                list.Add(deal);
            if (deal.Deal.Gate is { State: GateState.Deferred } && !IsAsked(deal))
                notAsked = deal.AddedTo(notAsked);
        }

        public override PovQueueDigest Build(OpenActions actions) => new(scope)
        {
            Unapproved = unapproved.Build(),
            Waiting = waiting.Build(),
            Deferred = deferred.Build(),
            Running = running.Build(),
            Ending = ending.Build(),
            Dropped = dropped.Build(),
            NotAsked = notAsked,
        };

        /// <summary>In a POV stage the rules say so; a POV that runs elsewhere ends as well.</summary>
        private static bool Ends(DigestDeal deal) => deal.HasAny("meddpicc.pov-ending", "meddpicc.pov-overdue")
            || (ApprovedPovWaitsForCapacityRule.Runs(deal.Deal) && deal.Record.PovEnd <= deal.Deal.Today.AddDays(deal.Deal.Policy.Meddpicc.PovEndingDays));

        private static bool IsDeferred(DigestDeal deal) => deal.Deal.Gate is { State: GateState.Deferred, OnRecord: false } && IsAsked(deal);

        private static bool IsAsked(DigestDeal deal) => deal.Deal.Gate!.IsRequested || deal.Deal.IsInPov || deal.Deal.Gate.OnRecord;

        private static DealList.Builder List(DigestScope scope, Func<DigestDeal, bool> belongs, IComparer<DigestDeal> order) =>
            new(belongs, order, scope.Settings.Listed);
    }
}
