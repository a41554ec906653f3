using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Faults.Calls;

/// <summary>A call that a fault strikes, with all that the fault may touch.</summary>
/// <param name="Http">The request and the reply.</param>
/// <param name="Call">What the call is about.</param>
/// <param name="Armed">The fault at work.</param>
/// <param name="Chance">What this one strike leaves to chance.</param>
/// <param name="Reach">The org and its machinery.</param>
internal sealed record CallScene(HttpContext Http, SandboxCall Call, ArmedFault Armed, Random Chance, FaultReach Reach)
{
    /// <summary>What the fault did to the org, for the list of strikes.</summary>
    public List<string> Effect { get; } = [];
}
