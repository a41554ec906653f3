namespace SalesRules.Sandbox.Faults;

/// <summary>How a fault stands.</summary>
/// <param name="Id">The name by which it is stopped.</param>
/// <param name="Fault">What was asked for.</param>
/// <param name="State">Whether it can still strike.</param>
/// <param name="Matched">Calls or rows that it matched while its window was open.</param>
/// <param name="Struck">How often it struck.</param>
public sealed record FaultReport(string Id, Fault Fault, FaultState State, int Matched, int Struck);
