namespace SalesRules.Policies;

/// <summary>How findings add up to a deal's risk (catalogue section 14).</summary>
public sealed record RiskPolicy
{
    /// <summary>So many medium findings make the risk medium, and the deal at risk; fewer are low.</summary>
    public int MediumFindings { get; init; } = 3;
}
