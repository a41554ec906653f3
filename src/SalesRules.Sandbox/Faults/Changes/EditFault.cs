using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Faults.Changes;

/// <summary>Somebody edits records: between our read and our write, or right after it.</summary>
public sealed record EditFault : ChangeFault
{
    /// <summary>Which records. Default: one open opportunity.</summary>
    public RowChoice Rows { get; init; } = new();

    /// <summary>The new values by field; of a list of values, one is picked for each record. Empty saves without a change.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>();

    /// <summary>Default: a person.</summary>
    public Editor By { get; init; }

    /// <summary>Who edits, by username; null picks an active user other than the one that signs in.</summary>
    public string? Username { get; init; }

    internal override void Change(CallScene scene)
    {
        var org = scene.Reach.Org;
        var user = Username is null ? Colleague(scene) : org.FindActiveUser(Username);
        Save(scene, user, transaction =>
        {
            foreach (var record in Rows.Pick(scene, transaction.Store))
                Tell(scene, $"edited {record}", Edit(transaction, record, scene.Chance));
        });
    }

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        Rows.Check(problems.Of(nameof(Rows)));
        problems.CheckWritable(nameof(Values), Rows.ObjectName, Values.Keys);
        if (Username is not null && problems.Org.FindActiveUser(Username) is null)
            problems.Add(nameof(Username), $"names no active user of the org: {Username}");
    }

    private SaveResult Edit(OrgTransaction transaction, Record record, Random chance)
    {
        var result = transaction.Update(record.Type.Name, record.Id, Values.ToDictionary(value => value.Key, value => One(value.Value, chance)));
        if (By == Editor.System && result.Success)
            KeepModification(transaction, record);
        return result;
    }

    // What the platform does by itself moves SystemModstamp alone.
    private static void KeepModification(OrgTransaction transaction, Record before)
    {
        var draft = new RecordDraft(before.Table, before.Table.Find(before.Id));
        foreach (var field in (string[])["LastModifiedDate", "LastModifiedById"])
            if (before.Type.FindStored(field) is { } audit)
                draft[audit] = before[audit];
        transaction.Store.Put(draft.ToRecord());
    }

    private static object? One(object? value, Random chance) =>
        value is IReadOnlyList<object?> { Count: > 0 } list ? list[chance.Next(list.Count)] : value;

    private static string? Colleague(CallScene scene) => scene.Reach.Org.Read(store =>
    {
        var others = store["User"].Scan().Where(user => user["IsActive"] is true && user.Id != scene.Reach.Org.AdminUserId);
        string[] people = [.. others.Select(user => user.Id)];
        return people.Length > 0 ? people[scene.Chance.Next(people.Length)] : null;
    });
}
