using SalesRules.Sandbox.Faults.Replies;

namespace SalesRules.Sandbox.Faults.Calls;

/// <summary>A fault that strikes whole calls.</summary>
public abstract record CallFault : Fault
{
    /// <summary>What happens before the org looks at the call; a reply ends the call here.</summary>
    internal virtual ValueTask<FaultReply?> BeforeAsync(CallScene scene) => default;

    /// <summary>What happens once the org has answered; a reply replaces the org's.</summary>
    internal virtual ValueTask<FaultReply?> AfterAsync(CallScene scene) => default;

    internal override void Check(Scripts.FaultProblems problems)
    {
        base.Check(problems);
        if (Where.Share is not null)
            problems.Of(nameof(Where)).Add(nameof(Where.Share), $"chooses rows, and {Kind} strikes whole calls: use when.probability");
    }
}
