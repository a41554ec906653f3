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
