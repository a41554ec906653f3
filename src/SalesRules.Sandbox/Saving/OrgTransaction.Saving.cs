namespace SalesRules.Sandbox.Saving;

public sealed partial class OrgTransaction
{
    /// <summary>
    /// Inserts as the API would: values by field name in any case, validated and defaulted; a value may be string, decimal, bool, int,
    /// DateOnly, DateTimeOffset, null, or a dictionary for a parent named by its external id.
    /// </summary>
    public SaveResult Insert(string objectName, IReadOnlyDictionary<string, object?> values) => throw new NotSupportedException();

    /// <summary>Changes the given fields of a record as the API would.</summary>
    public SaveResult Update(string objectName, string id, IReadOnlyDictionary<string, object?> values) => throw new NotSupportedException();

    /// <summary>Inserts or updates the record with this external id.</summary>
    public SaveResult Upsert(
        string objectName, string externalIdField, object externalId, IReadOnlyDictionary<string, object?> values, bool updateOnly = false) =>
        throw new NotSupportedException();

    /// <summary>Moves a record to the recycle bin, and with it what cannot be without it.</summary>
    public SaveResult Delete(string objectName, string id) => throw new NotSupportedException();

    /// <summary>
    /// Adds a record as a migration does: read-only and audit fields may be given, nothing is validated but types, missing fields take
    /// their defaults (those of the stage too), no history is written. Returns the id.
    /// </summary>
    public string Load(string objectName, IReadOnlyDictionary<string, object?> values) => throw new NotSupportedException();

    /// <summary>A point to which <see cref="RollBackTo"/> returns.</summary>
    public int Savepoint() => Store.Savepoint();

    public void RollBackTo(int savepoint) => Store.RollBackTo(savepoint);
}
