using SalesRules.Sandbox.Faults.Calls;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>A fault that answers in the org's place, before or after the org has done its work.</summary>
public abstract record ReplyFault : CallFault
{
    /// <summary>Before: the org never hears of the call. After: what the call saved stands. Default: before.</summary>
    public FaultMoment Moment { get; init; }

    /// <summary>The reply to send.</summary>
    internal abstract FaultReply Reply();

    internal override ValueTask<FaultReply?> BeforeAsync(CallScene scene) => new(Moment == FaultMoment.Before ? Reply() : null);

    internal override ValueTask<FaultReply?> AfterAsync(CallScene scene) => new(Moment == FaultMoment.After ? Reply() : null);
}
