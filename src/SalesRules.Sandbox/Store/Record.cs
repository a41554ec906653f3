using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Store;

/// <summary>
/// One saved state of a record. It never changes: a save puts a new record in its place, so whoever holds this one goes on
/// seeing a consistent row. Values are string (also ids, always 18 characters), decimal (every number), bool,
/// <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> (UTC, whole seconds) or null.
/// </summary>
public sealed class Record
{
    private readonly object?[] values;

    internal Record(Table table, object?[] values)
    {
        Table = table;
        this.values = values;
    }

    /// <summary>Where the record lives; through it computed fields reach other records.</summary>
    public Table Table { get; }

    public SObjectType Type => Table.Type;
    public string Id => (string)values[Table.Type.Id.Ordinal]!;

    /// <summary>In the recycle bin: seen by queryAll only.</summary>
    public bool IsDeleted => Table.IsDeletedField is { } deleted && values[deleted.Ordinal] is true;

    /// <summary>When anything last touched the record; the created date for history rows without a stamp.</summary>
    public DateTimeOffset SystemModstamp => (DateTimeOffset)values[Table.StampField.Ordinal]!;

    /// <summary>The value of a field of this record's object, computed if the field is.</summary>
    public object? this[SObjectField field] => Table.Computed.Find(field) is { } compute ? compute(this) : values[field.Ordinal];

    /// <summary>The value of a field by name, hidden or not; for names the code itself knows.</summary>
    public object? this[string field] => this[Table.Type.FindStored(field)
        ?? throw new KeyNotFoundException($"{Type.Name} has no field {field}.")];

    /// <summary>What is stored for a field, before any computation.</summary>
    internal object? Stored(SObjectField field) => values[field.Ordinal];

    /// <summary>A copy of the values to change and put back as a new record.</summary>
    internal object?[] CopyValues() => (object?[])values.Clone();

    public override string ToString() => $"{Type.Name} {Id}";
}
