using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>
/// Lets the faults of rows have their say in the org's saves. They are asked with the store locked; whoever holds the plan's gate
/// must therefore never wait for the store.
/// </summary>
internal sealed class SaveFaults(FaultPlan plan, FaultReach reach) : ISaveWatch
{
    /// <summary>Without faults, saves are not watched at all.</summary>
    public void Watch(bool armed)
    {
        reach.Org.SaveWatch = armed ? this : null;
        reach.Org.Store.Committed = armed ? Committed : null;
    }

    public DateTimeOffset StampFor(DateTimeOffset now) => plan.First<EqualStampsFault, HeldStamp>((armed, fault) =>
    {
        var strikes = fault.Where.MatchesSave(plan.CurrentCall) && armed.TryStrike(reach.Clock.TrueNow);
        return strikes ? new HeldStamp(fault.StampFor(armed, now)) : null;
    })?.At ?? now;

    // Saves from within the process, such as those of a person in a test, are not refused.
    public SaveError? Refuse(SObjectType type, Record? before, IReadOnlyDictionary<string, object?>? sent)
    {
        if (plan.CurrentCall is not { } call)
            return null;
        var row = SaveOf(type, before?.Id, before, sent is null, call) with { Sent = sent ?? new Dictionary<string, object?>() };
        return plan.First<RefusedRowFault, SaveError>((armed, fault) => Refuses(armed, fault, row) ? fault.ErrorOf(row) : null);
    }

    public SaveError? Follow(OrgTransaction transaction, SObjectType type, string id, Record? before)
    {
        if (plan.CurrentCall is not { } call)
            return null;
        var row = SaveOf(type, id, before, false, call);
        return plan.First<FlowFault, SaveError>((armed, fault) => Strikes(armed, row) ? FailureOf(fault.Run(transaction, row)) : null);
    }

    private void Committed(IReadOnlyList<StoreChange> changes)
    {
        foreach (var row in changes.GroupBy(change => (change.After ?? change.Before)!.Id, StringComparer.Ordinal))
            Committed(row.First().Before, row.Last().After);
    }

    // What is not hidden now is seen now, and with it whatever was still hidden of the row.
    private void Committed(Record? before, Record? after)
    {
        var row = (after ?? before)!;
        if (after is null || !Hides(before, after))
            row.Table.Late.Show(row.Id);
    }

    private bool Hides(Record? before, Record after)
    {
        var row = SaveOf(after.Type, after.Id, before, after.IsDeleted && before is { IsDeleted: false }, plan.CurrentCall);
        var state = plan.First<LateVisibilityFault, LateState>((armed, fault) => Strikes(armed, row)
            ? new LateState(after, reach.Clock.GetUtcNow() + fault.Delay, fault.HiddenById, armed, reach.Clock)
            : null);
        if (state is not null)
            after.Table.Late.Hide(before, state);
        return state is not null;
    }

    private bool Refuses(ArmedFault armed, RefusedRowFault fault, RowSave row) =>
        (fault.Tries is not { } tries || armed.StrikesOf(row.Key) < tries) && Strikes(armed, row);

    private bool Strikes(ArmedFault armed, RowSave row)
    {
        if (!armed.Fault.Where.Matches(row) || !armed.Chooses(row.Key) || !armed.TryStrike(reach.Clock.TrueNow))
            return false;
        armed.CountRow(row.Key);
        plan.Log(armed.Id, row.ToString(), []);
        return true;
    }

    private static RowSave SaveOf(SObjectType type, string? id, Record? before, bool deletes, SandboxCall? call)
    {
        var verb = before is null ? FaultOperation.Insert : FaultOperation.Update;
        return new RowSave(deletes ? FaultOperation.Delete : verb, type, id, before, call);
    }

    // A flow whose values the org refuses takes the save down with it.
    private static SaveError? FailureOf(SaveResult flow) => flow.Success ? null : new SaveError(
        "CANNOT_EXECUTE_FLOW_TRIGGER",
        $"We can't save this record because the flow of the org failed. {flow.Errors[0].StatusCode}: {flow.Errors[0].Message}");

    private sealed record HeldStamp(DateTimeOffset At);
}
