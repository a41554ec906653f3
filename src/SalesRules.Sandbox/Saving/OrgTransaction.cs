using SalesRules.Sandbox.Saving.Behaviors;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>
/// One transaction: everything in it carries the same whole-second stamp and happens together. A record that fails leaves no
/// trace of itself; whether the others stand is the caller's choice (<see cref="Savepoint"/>). Values are given by field name in
/// any case: string, decimal, bool, int, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, null, or a dictionary for a
/// parent named by its external id.
/// </summary>
public sealed class OrgTransaction
{
    internal OrgTransaction(Org org, string userId, DateTimeOffset stamp)
    {
        Org = org;
        UserId = userId;
        Stamp = stamp;
    }

    public Org Org { get; }
    public OrgStore Store => Org.Store;

    /// <summary>The user who saves: creator, modifier and default owner.</summary>
    public string UserId { get; }

    /// <summary>The second at which the transaction started.</summary>
    public DateTimeOffset Stamp { get; }

    public DateOnly Today => DateOnly.FromDateTime(Stamp.UtcDateTime);

    /// <summary>A migration is going on: <see cref="Load"/> rather than a save by a user.</summary>
    internal bool IsLoading { get; private set; }

    /// <summary>The org itself is at work, not whoever asked for the save: nobody interferes.</summary>
    internal bool IsAutomated { get; set; }

    /// <summary>Inserts as the API does: validated, defaulted, with the object's own behaviour and history.</summary>
    public SaveResult Insert(string objectName, IReadOnlyDictionary<string, object?> values)
    {
        var type = Store.Schema[objectName];
        return type.Traits.Createable
            ? Watched(type, null, values, () => Attempt(null, () => Save(new RecordDraft(Store[type], null), values)))
            : SaveResult.Failed(null, SaveErrors.NotSupported("inserted", type));
    }

    /// <summary>Changes the given fields of a record as the API does; the others keep their values.</summary>
    public SaveResult Update(string objectName, string id, IReadOnlyDictionary<string, object?> values)
    {
        var type = Store.Schema[objectName];
        if (!type.Traits.Updateable)
            return SaveResult.Failed(null, SaveErrors.NotSupported("updated", type));
        var (record, error) = Find(type, id);
        return error is null
            ? Watched(type, record, values, () => Attempt(record!.Id, () => Save(new RecordDraft(Store[type], record), values)))
            : SaveResult.Failed(record?.Id, error);
    }

    /// <summary>Inserts or updates the record with this external id; <paramref name="values"/> leaves the key out.</summary>
    public SaveResult Upsert(
        string objectName, string externalIdField, string externalId, IReadOnlyDictionary<string, object?> values, bool updateOnly = false)
    {
        var table = Store[objectName];
        var field = table.Type.FindField(externalIdField) ?? throw new KeyNotFoundException($"{objectName} has no field {externalIdField}.");
        return table.FindBy(field, externalId).ToList() switch
        {
            [var record] => Update(objectName, record.Id, values),
            [] when updateOnly => SaveResult.Failed(null, SaveErrors.NotFound()),
            [] => Insert(objectName, new Dictionary<string, object?>(values, StringComparer.OrdinalIgnoreCase) { [field.Name] = externalId }),
            _ => SaveResult.Failed(null, SaveErrors.SeveralMatches(field, externalId)),
        };
    }

    /// <summary>Moves a record to the recycle bin, and with it what cannot be without it.</summary>
    public SaveResult Delete(string objectName, string id)
    {
        var type = Store.Schema[objectName];
        if (!type.Traits.Deletable)
            return SaveResult.Failed(null, SaveErrors.NotSupported("deleted", type));
        var (record, error) = Find(type, id);
        return error is null
            ? Watched(type, record, null, () => Attempt(record!.Id, () => new CascadingDelete(this).Delete(record)))
            : SaveResult.Failed(record?.Id, error);
    }

    /// <summary>Deletes a record past the recycle bin; what was deleted with it stays in the bin.</summary>
    public SaveResult DeleteForGood(string objectName, string id)
    {
        var result = Delete(objectName, id);
        if (result.Success && Store[objectName].Find(result.Id!) is { } record)
            Store.Purge(record);
        return result;
    }

    /// <summary>
    /// Adds a record as a migration does: id, read-only and audit fields may be given, missing ones take their defaults (those of the
    /// stage too); required fields, owners and lookups are not checked and no history is written. Returns the id. Throws
    /// <see cref="InvalidDataException"/> for an unknown field or a value its field cannot hold.
    /// </summary>
    public string Load(string objectName, IReadOnlyDictionary<string, object?> values)
    {
        var wasLoading = IsLoading;
        IsLoading = true;
        try
        {
            return new MigratedRecord(this, Store[objectName]).Load(values);
        }
        finally
        {
            IsLoading = wasLoading;
        }
    }

    /// <summary>A point to which <see cref="RollBackTo"/> returns.</summary>
    public int Savepoint() => Store.Savepoint();

    /// <summary>Undoes what was saved since the savepoint.</summary>
    public void RollBackTo(int savepoint) => Store.RollBackTo(savepoint);

    /// <summary>Changes fields of a record on the system's own account: no checks, but stamped.</summary>
    internal void Overwrite(Record record, params IEnumerable<(string Field, object? Value)> changes)
    {
        var draft = new RecordDraft(record.Table, record);
        foreach (var (field, value) in changes)
            draft[field] = value;
        RecordDefaults.StampChange(draft, this);
        Store.Put(draft.ToRecord());
    }

    private (Record? Record, SaveError? Error) Find(SObjectType type, string id)
    {
        if (!RecordId.TryParse(id, out var full))
            return (null, SaveErrors.MalformedId(id));
        var record = Store[type].Find(full);
        return record switch
        {
            null => (null, SaveErrors.InvalidCrossReference()),
            { IsDeleted: true } => (record, SaveErrors.EntityIsDeleted()),
            _ => (record, null),
        };
    }

    // Whoever watches sees what was asked for, not what the org makes follow from it; no values are a delete.
    private SaveResult Watched(SObjectType type, Record? before, IReadOnlyDictionary<string, object?>? sent, Func<SaveResult> save)
    {
        if (IsAutomated || IsLoading || Org.SaveWatch is not { } watch)
            return save();
        if (watch.Refuse(type, before, sent) is { } refusal)
            return SaveResult.Failed(before?.Id, refusal);
        var savepoint = Savepoint();
        IsAutomated = true;
        var result = save();
        var failure = result.Success && sent is not null ? watch.Follow(this, type, result.Id!, before) : null;
        IsAutomated = false;
        if (failure is null)
            return result;
        RollBackTo(savepoint);
        return SaveResult.Failed(before?.Id, failure);
    }

    // A record that fails half way takes what it had already changed back with it.
    private SaveResult Attempt(string? id, Func<IReadOnlyList<SaveError>> save) => Attempt(id, () => (id, save()));

    private SaveResult Attempt(string? id, Func<(string? Id, IReadOnlyList<SaveError> Errors)> save)
    {
        var savepoint = Savepoint();
        var (saved, errors) = save();
        if (errors.Count == 0)
            return SaveResult.Saved(saved!, created: id is null);
        RollBackTo(savepoint);
        return SaveResult.Failed(id, errors);
    }

    private (string? Id, IReadOnlyList<SaveError> Errors) Save(RecordDraft draft, IReadOnlyDictionary<string, object?> values)
    {
        var errors = new SentValues(this, draft).Apply(values);
        if (errors.Count > 0)
            return (null, errors);
        RecordDefaults.Fill(draft, this);
        var behavior = SaveBehaviors.Of(draft.Type);
        errors = [.. behavior?.BeforeSave(draft, this) ?? [], .. new SaveValidation(this, draft).Check()];
        if (errors.Count > 0)
            return (null, errors);
        if (!draft.IsNew && !draft.HasChanged && !Org.Options.Behaviors.StampUnchangedSaves)
            return (draft.Id, []);
        RecordDefaults.StampChange(draft, this);
        var saved = draft.ToRecord();
        Store.Put(saved);
        behavior?.AfterSave(draft, saved, this);
        return (draft.Id, []);
    }
}
