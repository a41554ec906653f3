using SalesRules.Policies;

namespace SalesRules.Portfolio;

/// <summary>
/// A step of the funnel against its benchmark (B 2.2): of the deals that entered the stage before it within twelve months, those
/// that later entered the stage behind it or went past it. An open deal whose last move is not documented with reason and next step is left
/// out of the step that it took by it (B 1.5); of earlier moves history holds neither, and they count.
/// </summary>
/// <param name="Converted">The deals that took the step, of those that entered before it.</param>
/// <param name="Lost">Those that were lost before it.</param>
/// <param name="MedianDays">From the entry to the step, of those that took it; null when none did.</param>
/// <param name="WhyUnknown">Why nothing can be said of the step; null when something can.</param>
public sealed record StepConversion(FunnelStep Step, StepBenchmark Benchmark, Rate Converted, int Lost, decimal? MedianDays, int LeastDeals, string? WhyUnknown)
{
    /// <summary>The deals left out, because they took the step without a documented reason and next step.</summary>
    public int Undocumented { get; init; }

    /// <summary>Those of which nothing is decided yet.</summary>
    public int Pending => Converted.Of - Converted.Hits - Lost;

    /// <summary>Of those that entered, the share that was lost before the step; null of none.</summary>
    public decimal? LostShare => new Rate(Lost, Converted.Of).Share;

    /// <summary>How the conversion compares; null while too few deals are decided.</summary>
    public BenchmarkVerdict? Verdict => !IsJudged || Converted.Share * 100 is not { } percent ? null
        : percent < Benchmark.Baseline ? BenchmarkVerdict.BelowBaseline
        : percent < Benchmark.TargetFrom ? BenchmarkVerdict.BelowTarget
        : percent <= Benchmark.TargetTo ? BenchmarkVerdict.OnTarget
        : BenchmarkVerdict.AboveTarget;

    /// <summary>Whether more were lost or the step took longer than the guardrails allow; null while too few deals are decided, and without a guardrail.</summary>
    public bool? IsOffRails => !IsJudged || (Benchmark.MostLost is null && Benchmark.MostDays is null)
        ? null
        : LostShare * 100 > Benchmark.MostLost || MedianDays > Benchmark.MostDays;

    /// <summary>Deals that have only just entered would all count as not converted.</summary>
    private bool IsJudged => Converted.Hits + Lost >= LeastDeals;
}

/// <summary>A rate beside its benchmark.</summary>
public enum BenchmarkVerdict
{
    BelowBaseline,
    BelowTarget,
    OnTarget,
    AboveTarget,
}
