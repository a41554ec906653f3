using SalesRules.Portfolio;

namespace SalesRules.Digests;

/// <summary>
/// The bi-weekly deal review (P "Deal Reviews"): every deal above the policy's amount that has come to pov, letter by letter, the lowest
/// pillar first; those without all scores apart.
/// </summary>
public sealed record DealReviewPack(DigestScope Scope) : Digest(Scope)
{
    public override DigestKind Kind => DigestKind.Deals;

    /// <summary>Both lists together.</summary>
    public required Money Due { get; init; }

    public required DealList Agenda { get; init; }

    public required DealList NotReviewable { get; init; }

    public required OpenActions Actions { get; init; }

    /// <summary>Gathers the decided deals.</summary>
    internal sealed class Builder(DigestScope scope) : DigestBuilder
    {
        private readonly DealList.Builder agenda = new(deal => IsDue(deal) && !deal.IsUnscored, DealOrder.ByLowestPillar, scope.Settings.Listed);
        private readonly DealList.Builder notReviewable = new(deal => IsDue(deal) && deal.IsUnscored, DealOrder.ByAmount, scope.Settings.Listed);

        public override void Add(DigestDeal deal)
        {
            agenda.Add(deal);
            notReviewable.Add(deal);
        }

        public override DealReviewPack Build(OpenActions actions)
        {
            var (reviewed, apart) = (agenda.Build(), notReviewable.Build());
            return new DealReviewPack(scope) { Due = reviewed.Total + apart.Total, Agenda = reviewed, NotReviewable = apart, Actions = actions };
        }

        private static bool IsDue(DigestDeal deal) =>
            deal.IsOpen && deal.Record.Amount > deal.Deal.Policy.Meddpicc.DealReviewAbove && deal.Deal.IsBy(Policies.StageType.Pov);
    }
}
