using SalesRules.Portfolio;
using SalesRules.Portfolio.Movement;
using SalesRules.Rules.Overrides;
using SalesRules.Snapshots;

namespace SalesRules.Digests;

/// <summary>Monday's pipeline review, read before it begins (P "Pipeline Reviews"): wins, risk, top deals, what was built, who does what.</summary>
/// <param name="Portfolio">The figures of the same deals: forecast, coverage, movement with its round trips.</param>
/// <param name="Risk">Open deals by risk.</param>
public sealed record PipelinePreRead(DigestScope Scope, PortfolioReport Portfolio, RiskSums Risk) : Digest(Scope)
{
    public override DigestKind Kind => DigestKind.Pipeline;

    /// <summary>Won since the last review.</summary>
    public required DealList Wins { get; init; }

    /// <summary>High and medium risk.</summary>
    public required DealList AtRisk { get; init; }

    /// <summary>Pushed since the last review, or past their close date.</summary>
    public required DealList Slipping { get; init; }

    /// <summary>The largest that can be reviewed; Omitted and what is not reviewable are left out.</summary>
    public required DealList Top { get; init; }

    /// <summary>Created since the last review, whatever became of them.</summary>
    public required DealList Built { get; init; }

    public required DealList NotReviewable { get; init; }

    /// <summary>Overrides of the forecast ceiling that end soon or do not hold.</summary>
    public required DealList Overrides { get; init; }

    /// <summary>The most money first.</summary>
    public required IReadOnlyList<ReasonSum> Reasons { get; init; }

    public required OpenActions Actions { get; init; }

    /// <summary>Adds the deals up twice: all into the figures, those that were decided into the lists.</summary>
    public sealed class Builder : DigestBuilder
    {
        private readonly DigestScope scope;
        private readonly PortfolioScope portfolioScope;
        private readonly PortfolioBuilder portfolio;
        private readonly RiskSums.Builder risk = new();
        private readonly ReasonSum.Builder reasons = new();
        private readonly DealList.Builder wins;
        private readonly DealList.Builder atRisk;
        private readonly DealList.Builder slipping;
        private readonly DealList.Builder top;
        private readonly DealList.Builder built;
        private readonly DealList.Builder notReviewable;
        private readonly DealList.Builder overrides;

        /// <param name="portfolioScope">The same policy and days.</param>
        public Builder(DigestScope scope, PortfolioScope portfolioScope)
        {
            (this.scope, this.portfolioScope) = (scope, portfolioScope);
            portfolio = new PortfolioBuilder(portfolioScope, users: scope.Users);
            var settings = scope.Settings;
            wins = new(deal => deal.Moved(MovementKind.Won), DealOrder.ByAmount, settings.Listed);
            atRisk = new(deal => deal.IsOpen && deal.Decision.Risk.IsAtRisk, DealOrder.ByRisk, settings.AtRisk);
            slipping = new(deal => IsSlipping(deal, scope.Today), DealOrder.ByAmount, settings.Slipping);
            top = new(deal => deal.IsOpen && !deal.IsNotReviewable && deal.Deal.Category != ForecastCategory.Omitted, DealOrder.ByAmount, settings.Top);
            built = new(deal => deal.Moved(MovementKind.New), DealOrder.ByAmount, settings.Listed);
            notReviewable = new(deal => deal.IsNotReviewable, DealOrder.ByAmount, settings.Listed);
            overrides = new(IsDue, DealOrder.ByDay(deal => deal.Record.ForecastHoldUntil), settings.Listed);
        }

        /// <summary>Adds a deal to the figures, and tells what happened to it.</summary>
        /// <param name="record">With its history where that is known.</param>
        public DealMovement? Count(Opportunity record)
        {
            portfolio.Add(record);
            return PipelineMovement.Of(new PortfolioDeal(record, portfolioScope), portfolioScope);
        }

        public override void Add(DigestDeal deal)
        {
            risk.Add(deal);
            reasons.Add(deal);
            foreach (var list in new[] { wins, atRisk, slipping, top, built, notReviewable, overrides })
                list.Add(deal);
        }

        public override PipelinePreRead Build(OpenActions actions) => new(scope, portfolio.Build(), risk.Build())
        {
            Wins = wins.Build(),
            AtRisk = atRisk.Build(),
            Slipping = slipping.Build(),
            Top = top.Build(),
            Built = built.Build(),
            NotReviewable = notReviewable.Build(),
            Overrides = overrides.Build(),
            Reasons = reasons.Build(),
            Actions = actions,
        };

        private static bool IsSlipping(DigestDeal deal, DateOnly today) => deal.IsOpen && (deal.IsPushed || deal.Record.CloseDate < today);

        private bool IsDue(DigestDeal deal) => deal.IsOpen && deal.Deal.Hold.State switch
        {
            HoldState.Invalid => true,
            HoldState.Holds or HoldState.Unknown => deal.Record.ForecastHoldUntil <= scope.Today.AddDays(scope.Settings.OverrideDays),
            _ => false,
        };
    }
}
