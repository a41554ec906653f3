using System.Text.Json.Serialization;
using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults;

/// <summary>One thing that goes wrong: what goes wrong (the type), where it strikes and when.</summary>
public abstract record Fault
{
    /// <summary>The name under which it is listed and stopped; null gives it the next free one: <c>fault-1</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Which calls or rows it strikes; every one unless narrowed.</summary>
    public FaultTarget Where { get; init; } = new();

    /// <summary>At which of them it strikes; at each unless narrowed.</summary>
    public FaultTiming When { get; init; } = new();

    /// <summary>The kind as scripts spell it: <c>lostReply</c>.</summary>
    [JsonIgnore]
    public string Kind => FaultKinds.NameOf(GetType());

    /// <summary>The fault changes the org, so unless its timing says otherwise it strikes once and not at every call.</summary>
    internal virtual bool StrikesOnce => false;

    /// <summary>Lets go of what lasts beyond its strikes.</summary>
    internal virtual void Stopped(ArmedFault armed, FaultReach reach)
    {
    }

    /// <summary>Names everything that is wrong with this fault in this org.</summary>
    internal virtual void Check(FaultProblems problems)
    {
        Where.Check(problems.Of(nameof(Where)));
        When.Check(problems.Of(nameof(When)));
    }
}
