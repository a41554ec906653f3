namespace SalesRules.Sandbox.Soql.Filtering;

/// <summary>The three values of a condition. The order makes AND the smallest and OR the largest.</summary>
internal enum Truth
{
    False,

    /// <summary>A null was compared by size or pattern; the row is left out, and NOT does not bring it back.</summary>
    Unknown,
    True,
}

/// <summary>Logic over <see cref="Truth"/>.</summary>
internal static class TruthLogic
{
    public static Truth ToTruth(this bool value) => value ? Truth.True : Truth.False;

    public static Truth Negate(this Truth value) => Truth.True - (int)value;
}
