namespace SalesRules.Sandbox.Soql.Dates;

/// <summary>Which units a date literal covers, seen from the one that holds today.</summary>
internal enum PeriodReach
{
    This,
    Last,
    Next,

    /// <summary>The n units before this one. Days are special: today counts, too.</summary>
    LastCount,

    /// <summary>The n units after this one.</summary>
    NextCount,

    /// <summary>The one unit that lies n back.</summary>
    Ago,
}
