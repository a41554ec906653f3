namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>Something in a script that is wrong: where, such as <c>faults[2].when.nth</c>, and what.</summary>
public sealed record FaultProblem(string Where, string Message)
{
    public override string ToString() => Where.Length > 0 ? $"{Where}: {Message}" : Message;
}
