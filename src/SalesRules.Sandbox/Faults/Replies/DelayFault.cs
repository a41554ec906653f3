using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>The call takes longer.</summary>
public sealed record DelayFault : CallFault
{
    /// <summary>How long; required.</summary>
    public TimeSpan Length { get; init; }

    /// <summary>Before: the org starts late. After: the work is done, the reply is late. Default: before.</summary>
    public FaultMoment Moment { get; init; }

    internal override async ValueTask<FaultReply?> BeforeAsync(CallScene scene)
    {
        if (Moment == FaultMoment.Before)
            await Wait(scene);
        return null;
    }

    internal override async ValueTask<FaultReply?> AfterAsync(CallScene scene)
    {
        if (Moment == FaultMoment.After)
            await Wait(scene);
        return null;
    }

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Length <= TimeSpan.Zero)
            problems.Add(nameof(Length), "is required: how long, such as 2s");
    }

    private Task Wait(CallScene scene) => Task.Delay(Length, scene.Reach.Clock, scene.Http.RequestAborted);
}
