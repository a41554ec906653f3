namespace SalesRules.Policies;

/// <summary>A step of the funnel of B 2.2, whose "proposal" is the commercial stage.</summary>
public enum FunnelStep
{
    LeadToQualification,
    QualificationToDiscovery,
    DiscoveryToCommercial,
    CommercialToWon,
}

/// <summary>What a step should convert, in per cent, and its guardrails.</summary>
/// <param name="Baseline">What has been achieved.</param>
/// <param name="TargetFrom">The lower end of the target.</param>
/// <param name="TargetTo">Its upper end.</param>
/// <param name="MostLost">The most that may be lost in the stage before the step, in per cent of those who entered; null: no guardrail.</param>
/// <param name="MostDays">The most days that the step may take at the median; null: no guardrail.</param>
public sealed record StepBenchmark(decimal Baseline, decimal TargetFrom, decimal TargetTo, decimal? MostLost = null, int? MostDays = null);
