using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>The settings of the portfolio's figures, catalogue section 12. Shares are in per cent.</summary>
public sealed record PortfolioPolicy
{
    /// <summary>What the organisation is to book in each fiscal quarter.</summary>
    public QuarterAmounts Target { get; init; } = QuarterAmounts.Unknown;

    /// <summary>The same by segment.</summary>
    public IReadOnlyDictionary<string, QuarterAmounts> SegmentTargets { get; init; } = new Dictionary<string, QuarterAmounts>();

    /// <summary>What each owner is to book; quarters that differ are a ramp.</summary>
    public IReadOnlyDictionary<SalesforceId, QuarterAmounts> Quotas { get; init; } = new Dictionary<SalesforceId, QuarterAmounts>();

    /// <summary>How often qualified pipeline covers what is left of the target (P "3x quota", B 1.2).</summary>
    public decimal CoverageGoal { get; init; } = 3.0m;

    /// <summary>By this type of stage an open deal is qualified pipeline.</summary>
    public StageType QualifiedFrom { get; init; } = StageType.Discovery;

    /// <summary>What a deal of the category counts in the weighted forecast (P "Forecasting").</summary>
    public IReadOnlyDictionary<ForecastCategory, decimal> CategoryWeights { get; init; } = new Dictionary<ForecastCategory, decimal>
    {
        [ForecastCategory.Closed] = 100,
        [ForecastCategory.Commit] = 90,
        [ForecastCategory.MostLikely] = 80,
        [ForecastCategory.BestCase] = 70,
        [ForecastCategory.Pipeline] = 50,
        [ForecastCategory.Omitted] = 0,
    };

    /// <summary>Where the probability of a stage comes from, once its history has enough deals.</summary>
    public StageProbabilitySource StageProbabilitySource { get; init; } = StageProbabilitySource.History;

    /// <summary>The days before the first of the month in which a deal has to have entered a stage to count for its probability (B 12.2: 90).</summary>
    public int StageProbabilityDays { get; init; } = 90;

    /// <summary>The probability of each open stage type while history has none (B 12.2's example; the POV types are ours).</summary>
    public IReadOnlyDictionary<StageType, decimal> StageProbabilities { get; init; } = new Dictionary<StageType, decimal>
    {
        [StageType.Qualification] = 20,
        [StageType.Discovery] = 35,
        [StageType.TechnicalValidation] = 40,
        [StageType.Solution] = 55,
        [StageType.Pov] = 55,
        [StageType.Commercial] = 45,
        [StageType.Commitment] = 90,
    };

    /// <summary>What each step of the funnel should convert (B 2.2's table).</summary>
    public IReadOnlyDictionary<FunnelStep, StepBenchmark> Benchmarks { get; init; } = new Dictionary<FunnelStep, StepBenchmark>
    {
        [FunnelStep.LeadToQualification] = new(18, 20, 22),
        [FunnelStep.QualificationToDiscovery] = new(40, 45, 50),
        [FunnelStep.DiscoveryToCommercial] = new(62.5m, 65, 70),
        [FunnelStep.CommercialToWon] = new(40, 42, 45),
    };

    /// <summary>The win rate to reach, by segment (P "Success Criteria").</summary>
    public IReadOnlyDictionary<string, decimal> WinRateTargets { get; init; } = new Dictionary<string, decimal> { ["Enterprise"] = 40, ["Commercial"] = 20 };

    /// <summary>The days from creation to close to stay within, by segment (P "Success Criteria").</summary>
    public IReadOnlyDictionary<string, int> CycleTargets { get; init; } = new Dictionary<string, int> { ["Enterprise"] = 90, ["Commercial"] = 30 };

    /// <summary>Rates of fewer deals are shown, and neither applied nor judged.</summary>
    public int LeastDeals { get; init; } = 20;
}

/// <summary>Where the probability of a stage comes from.</summary>
public enum StageProbabilitySource
{
    /// <summary>From the org's history as of the first of the month, where it has enough deals; else from the policy.</summary>
    History,

    /// <summary>From the policy alone.</summary>
    Policy,
}
