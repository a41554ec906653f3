namespace SalesRules.Portfolio.Movement;

/// <summary>What can happen to the open pipeline. The first four change how many deals are open, the amounts how much money; the others neither.</summary>
public enum MovementKind
{
    New,
    Reopened,
    Won,
    Lost,
    AmountUp,
    AmountDown,

    /// <summary>To a higher forecast category.</summary>
    Raised,

    /// <summary>To a lower forecast category.</summary>
    Lowered,

    /// <summary>To a later close date.</summary>
    Pushed,

    /// <summary>To an earlier close date.</summary>
    PulledIn,
}
