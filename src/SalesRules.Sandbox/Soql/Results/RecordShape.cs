using SalesRules.Sandbox.Soql.Entities;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>What a query returns of each record, in the order in which the query names it.</summary>
internal sealed class RecordShape
{
    private readonly List<ShapeEntry> entries = [];

    public IReadOnlyList<ShapeEntry> Entries => entries;

    public void Add(ShapeEntry entry) => entries.Add(entry);

    /// <summary>Adds a field where it belongs: parents are nested records, each once.</summary>
    public void Add(FieldPath path) =>
        Add(path.Parents, new FieldEntry(path.Field.Name, path.Field.Type, path.Field.Read) { Definition = path.Field.Definition });

    /// <summary>Adds an entry to the shape of a parent; to this one when there are no parents on the way.</summary>
    public void Add(IReadOnlyList<ParentLookup> parents, FieldEntry entry) =>
        parents.Aggregate(this, (outer, parent) => outer.Parent(parent)).Add(entry);

    private RecordShape Parent(ParentLookup lookup)
    {
        var entry = entries.OfType<ParentEntry>().FirstOrDefault(parent => parent.Name == lookup.Name);
        if (entry is null)
            entries.Add(entry = new ParentEntry(lookup, new RecordShape()));
        return entry.Shape;
    }
}
