namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>Which subtotals GROUP BY adds to its groups.</summary>
internal enum Grouping
{
    None,

    /// <summary>One more with each field left off from the right, down to the grand total.</summary>
    Rollup,

    /// <summary>All combinations of the fields.</summary>
    Cube,
}
