using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Store;

/// <summary>The fields of one object that are worked out when read: formulas, and what follows from other records.</summary>
public sealed class ComputedFields
{
    private readonly Func<Record, object?>?[] byOrdinal;

    internal ComputedFields(SObjectType type)
    {
        byOrdinal = new Func<Record, object?>?[type.Width];
        foreach (var field in type.AllFields)
            if (field.Formula is { } formula)
                byOrdinal[field.Ordinal] = record => formula.Evaluate(name => record[name]);
    }

    /// <summary>How the field is computed; null when it is stored.</summary>
    public Func<Record, object?>? Find(SObjectField field) => byOrdinal[field.Ordinal];

    internal void Define(SObjectField field, Func<Record, object?> compute) => byOrdinal[field.Ordinal] = compute;
}
