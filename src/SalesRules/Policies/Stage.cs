namespace SalesRules.Policies;

/// <summary>One stage of the org as the policy maps it.</summary>
/// <param name="Name">The org's StageName.</param>
/// <param name="Type">What it is for.</param>
/// <param name="Order">Its place in the sale; several stages may share one.</param>
/// <param name="Active">False for a stage that old deals still stand in; nothing is moved into it.</param>
public sealed record Stage(string Name, StageType Type, int Order, bool Active = true)
{
    /// <summary>Its place in the policy's list, from 0: for tables of stages.</summary>
    public int Place { get; internal init; }

    public bool IsClosed => Type is StageType.ClosedWon or StageType.ClosedLost;
}
