using SalesRules.Portfolio.Hygiene;
using SalesRules.Portfolio.Movement;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>The figures of one part of the portfolio.</summary>
/// <param name="Key">What the deals have in common: the owner's or manager's id, the segment; "" for deals that have none, and for the whole.</param>
/// <param name="Name">For people.</param>
public sealed record PortfolioSlice(string Key, string Name)
{
    public required DealCounts Deals { get; init; }

    public required WeightedForecast WeightedForecast { get; init; }

    public required PipelineCoverage Coverage { get; init; }

    public required StageForecast StageForecast { get; init; }

    public required StepConversions Conversion { get; init; }

    public required AgingPipeline Aging { get; init; }

    public required WinRates WinRates { get; init; }

    public required CycleTimes CycleTimes { get; init; }

    public required ForecastAccuracy Accuracy { get; init; }

    public required Calibration Calibration { get; init; }

    public required QuotaAttainment Attainment { get; init; }

    public required TargetStack TargetStack { get; init; }

    public required PipelineMovement Movement { get; init; }

    public required HygieneScore Hygiene { get; init; }

    /// <summary>Gathers the deals of the slice for each of its figures.</summary>
    /// <param name="listsMovement">Whether the deals that moved are kept by name.</param>
    internal sealed class Builder(PortfolioScope scope, bool listsMovement)
    {
        private readonly DealCounts.Builder deals = new(scope);
        private readonly WeightedForecast.Builder weightedForecast = new(scope);
        private readonly PipelineCoverage.Builder coverage = new(scope);
        private readonly StageForecast.Builder stageForecast = new();
        private readonly StepConversions.Builder conversion = new(scope);
        private readonly AgingPipeline.Builder aging = new(scope);
        private readonly WinRates.Builder winRates = new(scope);
        private readonly CycleTimes.Builder cycleTimes = new(scope);
        private readonly ForecastAccuracy.Builder accuracy = new(scope);
        private readonly Calibration.Builder calibration = new(scope);
        private readonly QuotaAttainment.Builder attainment = new(scope);
        private readonly TargetStack.Builder targetStack = new(scope);
        private readonly PipelineMovement.Builder movement = new(scope, listsMovement);
        private readonly HygieneScore.Builder hygiene = new(scope);

        /// <summary>Who owns its deals; a deal without an owner adds null.</summary>
        public HashSet<SalesforceId?> Owners { get; } = [];

        public void Add(PortfolioDeal deal)
        {
            Owners.Add(deal.Record.OwnerId);
            deals.Add(deal);
            weightedForecast.Add(deal);
            coverage.Add(deal);
            stageForecast.Add(deal);
            conversion.Add(deal);
            aging.Add(deal);
            winRates.Add(deal);
            cycleTimes.Add(deal);
            accuracy.Add(deal);
            calibration.Add(deal);
            attainment.Add(deal);
            targetStack.Add(deal);
            movement.Add(deal);
            hygiene.Add(deal);
        }

        /// <param name="owners">Everybody whose quota counts towards the slice.</param>
        public PortfolioSlice Build(string key, string name, PeriodTarget target, IEnumerable<SalesforceId> owners, StageProbabilities probabilities, StageAging stageAging) => new(key, name)
        {
            Deals = deals.Build(),
            WeightedForecast = weightedForecast.Build(target),
            Coverage = coverage.Build(target),
            StageForecast = stageForecast.Build(probabilities),
            Conversion = conversion.Build(),
            Aging = aging.Build(stageAging),
            WinRates = winRates.Build(),
            CycleTimes = cycleTimes.Build(),
            Accuracy = accuracy.Build(),
            Calibration = calibration.Build(),
            Attainment = attainment.Build(target, owners),
            TargetStack = targetStack.Build(target),
            Movement = movement.Build(),
            Hygiene = hygiene.Build(),
        };
    }
}
