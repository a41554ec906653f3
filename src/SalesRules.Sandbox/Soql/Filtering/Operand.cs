using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Soql.Filtering;

/// <summary>Something in a query that has a value in each row.</summary>
internal sealed record Operand<TRow>
{
    /// <summary>The canonical text: two operands with the same key have the same value.</summary>
    public required string Key { get; init; }

    /// <summary>The field's name, for messages and as key of a result.</summary>
    public required string Name { get; init; }

    public required FieldType Type { get; init; }

    public required Func<TRow, object?> Read { get; init; }

    /// <summary>The field that is read, wherever it lives; null for what is computed from fields.</summary>
    public SObjectField? Field { get; init; }

    /// <summary>The field belongs to the queried object itself, so that an index of that object can find it.</summary>
    public bool IsOwnField { get; init; }
}
