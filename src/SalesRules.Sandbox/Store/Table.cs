using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Store;

/// <summary>
/// All records of one object, found by id, by stamp, by reference and by external id. Read it inside
/// <see cref="OrgStore.Read{T}"/> or a transaction; the records themselves may be kept.
/// </summary>
public sealed class Table
{
    private readonly Dictionary<string, Record> byId = new(StringComparer.Ordinal);
    private readonly SortedSet<(DateTimeOffset Stamp, string Id)> byStamp = new(StampOrder.Instance);
    private readonly ValueIndex?[] byValue;
    private int live;

    internal Table(SObjectType type)
    {
        Type = type;
        IsDeletedField = type.FindStored("IsDeleted");
        StampField = type.FindStored("SystemModstamp") ?? type.FindStored("CreatedDate")!;
        byValue = [.. type.AllFields.Select(ValueIndex.For)];
        Computed = new ComputedFields(type);
    }

    public SObjectType Type { get; }

    /// <summary>Fields worked out when read.</summary>
    public ComputedFields Computed { get; }

    /// <summary>Records that are not in the recycle bin.</summary>
    public int Count => live;

    /// <summary>Saves that queries do not see yet; none unless a fault asks for it.</summary>
    internal LateRows Late { get; } = new();

    internal SObjectField? IsDeletedField { get; }
    internal SObjectField StampField { get; }

    /// <summary>The record with this 18-character id, deleted or not; null when there never was one.</summary>
    public Record? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Every record, in the order of insertion.</summary>
    public IEnumerable<Record> Scan(bool includeDeleted = false) =>
        includeDeleted ? byId.Values : byId.Values.Where(record => !record.IsDeleted);

    /// <summary>
    /// Records stamped from <paramref name="from"/> on, ordered by stamp and then id; within that first stamp only ids from
    /// <paramref name="fromId"/> on. Both are inclusive.
    /// </summary>
    public IEnumerable<Record> StampedFrom(DateTimeOffset from, bool includeDeleted = false, string fromId = "") =>
        byStamp.GetViewBetween((from, fromId), StampOrder.Last)
            .Select(entry => byId[entry.Id])
            .Where(record => includeDeleted || !record.IsDeleted);

    /// <summary>The records saved last, the latest first.</summary>
    public IEnumerable<Record> Latest(int count) =>
        byStamp.Reverse().Select(entry => byId[entry.Id]).Where(record => !record.IsDeleted).Take(count);

    /// <summary>True when <see cref="FindBy"/> answers for this field: external ids, unique fields, and lookups other than to users.</summary>
    public bool HasIndex(SObjectField field) => byValue[field.Ordinal] is not null;

    /// <summary>The records that hold this value in an indexed field, the oldest first.</summary>
    public IEnumerable<Record> FindBy(SObjectField field, string value, bool includeDeleted = false)
    {
        var index = byValue[field.Ordinal] ?? throw new ArgumentException($"{Type.Name}.{field.Name} has no index.", nameof(field));
        return index.Find(value).Select(id => byId[id]).Where(record => includeDeleted || !record.IsDeleted);
    }

    /// <summary>Puts a record in the place of the one with its id, or adds it; returns what stood there.</summary>
    internal Record? Put(Record record)
    {
        var previous = Find(record.Id);
        if (previous is not null)
            Forget(previous, record);
        byId[record.Id] = record;
        Remember(record, previous);
        return previous;
    }

    /// <summary>Takes a record out for good.</summary>
    internal void Remove(Record record)
    {
        Forget(record, null);
        byId.Remove(record.Id);
    }

    private void Remember(Record record, Record? previous)
    {
        live += record.IsDeleted ? 0 : 1;
        byStamp.Add((record.SystemModstamp, record.Id));
        foreach (var index in byValue)
            index?.Add(record, previous);
    }

    private void Forget(Record record, Record? next)
    {
        live -= record.IsDeleted ? 0 : 1;
        byStamp.Remove((record.SystemModstamp, record.Id));
        foreach (var index in byValue)
            index?.Remove(record, next);
    }
}
