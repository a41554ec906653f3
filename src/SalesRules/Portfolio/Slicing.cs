namespace SalesRules.Portfolio;

/// <summary>What a portfolio is cut by.</summary>
public enum Slicing
{
    /// <summary>By the owner of the deal.</summary>
    Owner,

    /// <summary>By the owner's manager.</summary>
    Team,

    /// <summary>By the segment of the deal.</summary>
    Segment,
}
