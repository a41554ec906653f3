using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Conditions;

/// <summary>The cursor of the struck queryMore is closed: it and every further page of that result are 400 INVALID_QUERY_LOCATOR.</summary>
public sealed record CursorGoneFault : CallFault
{
    public CursorGoneFault() => Where = new FaultTarget { Operation = FaultOperation.QueryMore };

    internal override ValueTask<FaultReply?> BeforeAsync(CallScene scene)
    {
        if (scene.Call.Locator is { } locator)
            scene.Reach.Queries.Close(locator);
        return default;
    }

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (!Where.Operation.HasFlag(FaultOperation.QueryMore))
            problems.Of(nameof(Where)).Add(nameof(Where.Operation), $"must hold queryMore: {Kind} strikes further pages only");
    }
}
