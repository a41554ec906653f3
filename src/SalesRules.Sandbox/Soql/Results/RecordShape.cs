using SalesRules.Sandbox.Soql.Entities;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>What a query returns of each record, in the order in which the query names it.</summary>
internal sealed class RecordShape
{
    private readonly List<ShapeEntry> entries = [];

    public IReadOnlyList<ShapeEntry> Entries => entries;

    public void Add(ShapeEntry entry) => entries.Add(entry);

    /// <summary>Adds a field where it belongs: parents are nested records, each once.</summary>
    public void Add(FieldPath path, Func<object, object?>? convert = null)
    {
        var shape = path.Parents.Aggregate(this, (outer, parent) => outer.Parent(parent));
        Func<Record, object?> read = convert is null ? path.Field.Read : record => path.Field.Read(record) is { } value ? convert(value) : null;
        shape.Add(new FieldEntry(path.Field.Name, path.Field.Type, read) { Definition = path.Field.Definition });
    }

    private RecordShape Parent(ParentLookup lookup)
    {
        var entry = entries.OfType<ParentEntry>().FirstOrDefault(parent => parent.Name == lookup.Name);
        if (entry is null)
            entries.Add(entry = new ParentEntry(lookup, new RecordShape()));
        return entry.Shape;
    }
}
