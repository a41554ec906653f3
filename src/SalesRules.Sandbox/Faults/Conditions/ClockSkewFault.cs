using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Conditions;

/// <summary>From the struck call on, the org's clock is off, in stamps and in the Date header, until the fault is over or stopped.</summary>
public sealed record ClockSkewFault : CallFault
{
    /// <summary>How far the org is ahead, or behind when negative; required.</summary>
    public TimeSpan By { get; init; }

    internal override bool StrikesOnce => true;

    internal override ValueTask<FaultReply?> BeforeAsync(CallScene scene)
    {
        var clock = scene.Reach.Clock;
        scene.Armed.UndoWith(() => clock.Skew = TimeSpan.Zero);
        clock.Skew = By;
        return default;
    }

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (By == TimeSpan.Zero)
            problems.Add(nameof(By), "is required: how far the clock is off, such as 90s or -5m");
    }
}
