namespace SalesRules.Sandbox.Schema;

/// <summary>What field-level security grants the API user on one field.</summary>
public enum FieldAccess
{
    /// <summary>As deployed: readable, and writable where the field is.</summary>
    Full,

    /// <summary>Readable; a write is refused.</summary>
    ReadOnly,

    /// <summary>Neither: the field looks as if it did not exist.</summary>
    Hidden,
}
