namespace SalesRules.Decisions;

/// <summary>How much at risk a deal is, lowest first.</summary>
public enum RiskLevel
{
    None,
    Low,
    Medium,
    High,
}

/// <summary>The risk of a deal (catalogue section 14): at risk means high or medium.</summary>
/// <param name="Rules">The risk rules whose findings count, in the order of the findings.</param>
public sealed record Risk(RiskLevel Level, IReadOnlyList<string> Rules)
{
    public static Risk None { get; } = new(RiskLevel.None, []);

    public bool IsAtRisk => Level >= RiskLevel.Medium;
}

/// <summary>The levels' names in records and policies.</summary>
public static class RiskLevels
{
    public static IReadOnlyList<RiskLevel> All { get; } = Enum.GetValues<RiskLevel>();

    public static string Name(this RiskLevel level) => level switch
    {
        RiskLevel.High => "high",
        RiskLevel.Medium => "medium",
        RiskLevel.Low => "low",
        _ => "none",
    };
}
