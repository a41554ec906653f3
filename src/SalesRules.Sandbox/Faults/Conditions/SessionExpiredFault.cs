using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Replies;

namespace SalesRules.Sandbox.Faults.Conditions;

/// <summary>
/// The session of the struck call ends: it, or with <see cref="Moment"/> after the next one, is answered 401 INVALID_SESSION_ID until
/// the client has signed in again. Unless its timing says otherwise it strikes once.
/// </summary>
public sealed record SessionExpiredFault : CallFault
{
    /// <summary>Before: the struck call itself is refused. After: it succeeds, and the session is gone. Default: before.</summary>
    public FaultMoment Moment { get; init; }

    internal override bool StrikesOnce => true;

    internal override ValueTask<FaultReply?> BeforeAsync(CallScene scene) => End(scene, FaultMoment.Before);

    internal override ValueTask<FaultReply?> AfterAsync(CallScene scene) => End(scene, FaultMoment.After);

    private ValueTask<FaultReply?> End(CallScene scene, FaultMoment moment)
    {
        if (Moment == moment && scene.Call.Token is { } token)
            scene.Reach.Sessions.Revoke(token);
        return default;
    }
}
