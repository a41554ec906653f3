namespace SalesRules.Sandbox.Faults;

/// <summary>One time that a fault struck.</summary>
/// <param name="FaultId">Which fault.</param>
/// <param name="At">When, by the clock without any skew.</param>
/// <param name="Struck">What: a call's method and path, or a row's object and id.</param>
/// <param name="Effect">What it did to the org, row by row; empty for a fault that only replies.</param>
public sealed record FaultStrike(string FaultId, DateTimeOffset At, string Struck, IReadOnlyList<string> Effect);
