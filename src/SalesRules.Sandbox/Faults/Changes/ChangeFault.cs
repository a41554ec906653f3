using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Faults.Changes;

/// <summary>Somebody else changes the org around the struck call. Unless its timing says otherwise it strikes once.</summary>
public abstract record ChangeFault : CallFault
{
    /// <summary>Before the org looks at the call, or after it has done its work and before the caller hears. Default: before.</summary>
    public FaultMoment Moment { get; init; }

    internal override bool StrikesOnce => true;

    /// <summary>Makes the change; what it did goes to <see cref="CallScene.Effect"/>.</summary>
    internal abstract void Change(CallScene scene);

    internal override ValueTask<FaultReply?> BeforeAsync(CallScene scene) => At(FaultMoment.Before, scene);

    internal override ValueTask<FaultReply?> AfterAsync(CallScene scene) => At(FaultMoment.After, scene);

    /// <summary>Saves as somebody of the org, past the faults that strike rows of calls.</summary>
    private protected static void Save(CallScene scene, string? userId, Action<OrgTransaction> save) => scene.Reach.Org.Write(
        transaction =>
        {
            transaction.IsAutomated = true;
            save(transaction);
            return true;
        }, userId);

    private protected static void Tell(CallScene scene, string what, SaveResult result) =>
        scene.Effect.Add(result.Success ? what : $"{what}: refused, {result.Errors[0].StatusCode}: {result.Errors[0].Message}");

    private ValueTask<FaultReply?> At(FaultMoment moment, CallScene scene)
    {
        if (moment == Moment)
            Change(scene);
        return default;
    }
}
