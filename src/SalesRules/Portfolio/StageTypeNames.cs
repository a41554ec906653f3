using SalesRules.Policies;

namespace SalesRules.Portfolio;

/// <summary>Stage types as the policy writes them.</summary>
public static class StageTypeNames
{
    public static string Of(StageType type) => type switch
    {
        StageType.TechnicalValidation => "technical-validation",
        StageType.ClosedWon => "closed-won",
        StageType.ClosedLost => "closed-lost",
        _ => type.ToString().ToLowerInvariant(),
    };
}
