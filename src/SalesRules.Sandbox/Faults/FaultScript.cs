namespace SalesRules.Sandbox.Faults;

/// <summary>Faults that belong together, and the seed of whatever they leave to chance.</summary>
public sealed record FaultScript
{
    /// <summary>The same seed, faults and sequence of calls strike the same way.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Stop all faults that are there first.</summary>
    public bool Replace { get; init; }

    public IReadOnlyList<Fault> Faults { get; init; } = [];
}
