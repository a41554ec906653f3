using SalesRules.Decisions;

namespace SalesRules.Policies;

/// <summary>The settings of catalogue section 4.</summary>
public sealed record RenewalPolicy
{
    /// <summary>The window: the close date lies in the current fiscal quarter or so many quarters after it.</summary>
    public int QuartersAhead { get; init; } = 2;

    /// <summary>A score older than so many days is due (M: quarterly minimum).</summary>
    public int ScoreDays { get; init; } = 90;

    /// <summary>The economic buyer has been met within so many days, or a meeting lies ahead.</summary>
    public int SponsorDays { get; init; } = 90;

    /// <summary>The performance file is there so many days before close (B 11.5).</summary>
    public int PerformanceFileDays { get; init; } = 90;

    /// <summary>The least total, of 10, of a renewal that is a lead for an expansion.</summary>
    public int ExpansionTotal { get; init; } = 8;

    /// <summary>The risk that each view of the CSM stands for.</summary>
    public IReadOnlyDictionary<string, RiskLevel> CsmViews { get; init; } = new Dictionary<string, RiskLevel>(StringComparer.OrdinalIgnoreCase)
    {
        ["Green"] = RiskLevel.Low,
        ["Yellow"] = RiskLevel.Medium,
        ["Red"] = RiskLevel.High,
    };
}
