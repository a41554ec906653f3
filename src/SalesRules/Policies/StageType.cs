namespace SalesRules.Policies;

/// <summary>What a stage is for, in the order of a sale (catalogue section 1). Rules speak of types and order, never of names.</summary>
public enum StageType
{
    Qualification,
    Discovery,
    TechnicalValidation,
    Solution,
    Pov,
    Commercial,
    Commitment,
    ClosedWon,
    ClosedLost,
}

/// <summary>The stage types' names in policies and documents.</summary>
public static class StageTypes
{
    public static IReadOnlyList<StageType> All { get; } = Enum.GetValues<StageType>();

    public static string Name(this StageType type) => type switch
    {
        StageType.Qualification => "qualification",
        StageType.Discovery => "discovery",
        StageType.TechnicalValidation => "technical-validation",
        StageType.Solution => "solution",
        StageType.Pov => "pov",
        StageType.Commercial => "commercial",
        StageType.Commitment => "commitment",
        StageType.ClosedWon => "closed-won",
        _ => "closed-lost",
    };
}
