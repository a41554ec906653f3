using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Store;

/// <summary>Which records hold a value in one field. Nulls are not indexed; a value is rarely held by many, so lists do.</summary>
internal sealed class ValueIndex
{
    private readonly SObjectField field;
    private readonly Dictionary<string, List<string>> idsByValue;

    private ValueIndex(SObjectField field)
    {
        this.field = field;
        idsByValue = new Dictionary<string, List<string>>(ComparerOf(field));
    }

    /// <summary>An index for external ids, unique fields and lookups; null for the rest. Lookups to users would list nearly every record.</summary>
    public static ValueIndex? For(SObjectField field)
    {
        var lookup = field.Type == FieldType.Reference && !field.ReferenceTo.Contains("User");
        var key = field.Type.IsText() && (field.ExternalId || field.Unique || (field.IdLookup && !field.NameField));
        return lookup || key ? new ValueIndex(field) : null;
    }

    public IEnumerable<string> Find(string value) => idsByValue.GetValueOrDefault(value) ?? Enumerable.Empty<string>();

    /// <summary>Adds the record, unless the one it replaces held the same value.</summary>
    public void Add(Record record, Record? previous)
    {
        if (ValueOf(record) is not { } value || (previous is not null && ValueOf(previous) == value))
            return;
        if (!idsByValue.TryGetValue(value, out var ids))
            idsByValue[value] = ids = new List<string>(1);
        ids.Add(record.Id);
    }

    /// <summary>Removes the record, unless the one that replaces it holds the same value.</summary>
    public void Remove(Record record, Record? next)
    {
        if (ValueOf(record) is not { } value || (next is not null && ValueOf(next) == value))
            return;
        var ids = idsByValue[value];
        ids.Remove(record.Id);
        if (ids.Count == 0)
            idsByValue.Remove(value);
    }

    private string? ValueOf(Record record) => record.Stored(field) as string;

    // Ids are case-sensitive; unique text is not unless the field says so.
    private static StringComparer ComparerOf(SObjectField field) =>
        field.Type == FieldType.Reference || field.CaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
}
