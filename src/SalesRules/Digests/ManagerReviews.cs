using SalesRules.Snapshots;

namespace SalesRules.Digests;

/// <summary>The weekly deal review of every manager (M; B 12.3), each by the manager of the deals' owners.</summary>
/// <param name="Managers">By name; deals without a manager last.</param>
/// <param name="Actions">Everybody's; null: left out.</param>
public sealed record ManagerReviews(DigestScope Scope, IReadOnlyList<ManagerReview> Managers, OpenActions? Actions) : Digest(Scope)
{
    public override DigestKind Kind => DigestKind.Reviews;

    /// <summary>What one manager is sent: their own review, without everybody's actions.</summary>
    public ManagerReviews For(ManagerReview review) => this with { Managers = [review], Actions = null };

    /// <summary>Gathers the decided deals.</summary>
    internal sealed class Builder(DigestScope scope) : DigestBuilder
    {
        private readonly Dictionary<string, ManagerReview.Builder> byManager = new(StringComparer.Ordinal);

        public override void Add(DigestDeal deal)
        {
            if (!deal.IsOpen)
                return;
            var key = deal.Record.OwnerManagerId?.Value ?? "";
            if (!byManager.TryGetValue(key, out var review))
                byManager[key] = review = new ManagerReview.Builder(scope);
            review.Add(deal);
        }

        public override ManagerReviews Build(OpenActions actions) => new(
            scope,
            [
                .. byManager.Select(one => one.Value.Build(one.Key.Length == 0 ? null : SalesforceId.Parse(one.Key)))
                    .OrderBy(review => review.Manager is null).ThenBy(review => review.Name, StringComparer.Ordinal).ThenBy(review => review.Manager),
            ],
            actions);
    }
}

/// <summary>
/// One manager's review: the open deals in Best Case, Most Likely and Commit, the lowest pillar first, those without all scores apart; then
/// B 12.3's four lists over all open deals.
/// </summary>
/// <param name="Manager">Null: the owners have none.</param>
/// <param name="Name">Null: nobody knows it.</param>
public sealed record ManagerReview(SalesforceId? Manager, string? Name)
{
    public required DealList Forecast { get; init; }

    public required DealList NotReviewable { get; init; }

    /// <summary>Came into their stage since the last review.</summary>
    public required DealList Moved { get; init; }

    /// <summary>A blocker is named, or the stage they left is incomplete: "if the checklist is not complete, the deal cannot move forward".</summary>
    public required DealList Blocked { get; init; }

    public required DealList NextStepOverdue { get; init; }

    /// <summary>Nobody is named who decides.</summary>
    public required DealList NoDecisionOwner { get; init; }

    /// <summary>Gathers the manager's open deals.</summary>
    internal sealed class Builder(DigestScope scope)
    {
        private static readonly string[] UnclearOwner = ["meddpicc.no-economic-buyer", "meddpicc.no-buying-process"];

        private readonly DealList.Builder forecast = new(deal => deal.IsInReview && !deal.IsNotReviewable, DealOrder.ByLowestPillar, scope.Settings.Listed);
        private readonly DealList.Builder notReviewable = new(deal => deal.IsNotReviewable, DealOrder.ByAmount, scope.Settings.Listed);
        private readonly DealList.Builder moved = new(deal => deal.Deal.StageEnteredOn >= scope.Since, DealOrder.ByAmount, scope.Settings.Listed);
        private readonly DealList.Builder blocked = new(deal => !string.IsNullOrWhiteSpace(deal.Record.Blocker) || deal.Has("stage.exit-incomplete"), DealOrder.ByAmount, scope.Settings.Listed);
        private readonly DealList.Builder nextStep = new(deal => deal.Has("hygiene.next-step-overdue"), DealOrder.ByAmount, scope.Settings.Listed);
        private readonly DealList.Builder noOwner = new(deal => deal.HasAny(UnclearOwner), DealOrder.ByAmount, scope.Settings.Listed);

        public void Add(DigestDeal deal)
        {
            foreach (var list in new[] { forecast, notReviewable, moved, blocked, nextStep, noOwner })
                list.Add(deal);
        }

        public ManagerReview Build(SalesforceId? manager) => new(manager, scope.NameOf(manager))
        {
            Forecast = forecast.Build(),
            NotReviewable = notReviewable.Build(),
            Moved = moved.Build(),
            Blocked = blocked.Build(),
            NextStepOverdue = nextStep.Build(),
            NoDecisionOwner = noOwner.Build(),
        };
    }
}
