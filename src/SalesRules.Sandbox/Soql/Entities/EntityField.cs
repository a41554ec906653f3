using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Entities;

/// <summary>A field found by name, and how to read it from a record.</summary>
internal sealed record EntityField(SObjectField Definition, Func<Record, object?> Read)
{
    public string Name => Definition.Name;
    public FieldType Type => Definition.Type;
}
