using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Entities;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>One key of a returned record.</summary>
internal abstract record ShapeEntry(string Name);

/// <summary>A value.</summary>
internal sealed record FieldEntry(string Name, FieldType Type, Func<Record, object?> Read) : ShapeEntry(Name)
{
    public required SObjectField Definition { get; init; }
}

/// <summary>A nested parent; null when the lookup is empty.</summary>
internal sealed record ParentEntry(ParentLookup Lookup, RecordShape Shape) : ShapeEntry(Lookup.Name);

/// <summary>A nested parent of which each type shows fields of its own.</summary>
internal sealed record TypeofEntry(ParentLookup Lookup, IReadOnlyDictionary<string, RecordShape> ByType, RecordShape? Otherwise)
    : ShapeEntry(Lookup.Name)
{
    /// <summary>Null when no branch speaks of this type; the record then shows nothing but its attributes.</summary>
    public RecordShape? For(Record parent) => ByType.GetValueOrDefault(parent.Type.Name, Otherwise!);
}

/// <summary>The result of a subquery for this record.</summary>
internal sealed record ChildrenEntry(string Name, SObjectField Lookup, RecordQuery Children) : ShapeEntry(Name);
