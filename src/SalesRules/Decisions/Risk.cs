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
