using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Conditions;

/// <summary>
/// Others use up the org's daily calls: replies say so in Sforce-Limit-Info, <c>/limits</c> shows it, and calls beyond what is left
/// are 403 REQUEST_LIMIT_EXCEEDED, until the fault is over or stopped.
/// </summary>
public sealed record DailyLimitFault : CallFault
{
    /// <summary>How many calls are left, the struck one included. Default: none.</summary>
    public int Left { get; init; }

    internal override bool StrikesOnce => true;

    internal override ValueTask<FaultReply?> BeforeAsync(CallScene scene)
    {
        var usage = scene.Reach.Usage;
        scene.Armed.UndoWith(() => usage.UsedByOthers = 0);
        usage.Leave(Left);
        return default;
    }

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Left < 0)
            problems.Add(nameof(Left), "must not be negative");
    }
}
