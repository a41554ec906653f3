using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>A record on its way into the store: what was sent laid over what stood there, open to the object's own behaviour.</summary>
internal sealed class RecordDraft
{
    private readonly Table table;
    private readonly object?[] values;
    private readonly HashSet<int> sent = [];

    public RecordDraft(Table table, Record? previous)
    {
        this.table = table;
        Previous = previous;
        values = previous?.CopyValues() ?? new object?[table.Type.Width];
    }

    public SObjectType Type => table.Type;

    /// <summary>The record as it stood before this save; null for a new one.</summary>
    public Record? Previous { get; }

    public bool IsNew => Previous is null;
    public string Id => (string)values[Type.Id.Ordinal]!;

    /// <summary>The fields that the caller gave a value for, in the order of the object's fields.</summary>
    public IEnumerable<SObjectField> SentFields => Type.AllFields.Where(known => sent.Contains(known.Ordinal));

    public object? this[SObjectField field]
    {
        get => values[field.Ordinal];
        set => values[field.Ordinal] = value;
    }

    public object? this[string field]
    {
        get => this[FieldOf(field)];
        set => this[FieldOf(field)] = value;
    }

    /// <summary>The caller gave this field a value, null included.</summary>
    public bool IsSent(string field) => IsSent(FieldOf(field));

    public bool IsSent(SObjectField field) => sent.Contains(field.Ordinal);

    /// <summary>The caller gave this field a value other than null.</summary>
    public bool IsGiven(string field) => IsSent(field) && this[field] is not null;

    /// <summary>Takes a value from the caller.</summary>
    public void Send(SObjectField field, object? value)
    {
        sent.Add(field.Ordinal);
        this[field] = value;
    }

    /// <summary>Sets what follows from other fields, unless the caller gave a value of its own.</summary>
    public void Derive(string field, object? value)
    {
        if (!IsGiven(field))
            this[field] = value;
    }

    /// <summary>What stood in the field before; null for a new record.</summary>
    public object? Before(string field) => Previous?.Stored(FieldOf(field));

    /// <summary>The field differs from what stood there; on a new record, it has a value.</summary>
    public bool Changed(string field) => !Equals(this[field], Before(field));

    /// <summary>Something differs from what stood there.</summary>
    public bool HasChanged => Type.AllFields.Any(known => !Equals(values[known.Ordinal], Previous?.Stored(known)));

    /// <summary>The draft as it is now; later changes to the draft do not reach the record.</summary>
    public Record ToRecord()
    {
        var saved = new object?[values.Length];
        foreach (var field in Type.AllFields)
            saved[field.Ordinal] = SharedValues.Of(field, values[field.Ordinal]);
        return new Record(table, saved);
    }

    private SObjectField FieldOf(string name) =>
        Type.FindStored(name) ?? throw new KeyNotFoundException($"{Type.Name} has no field {name}.");
}
