using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Entities;

/// <summary>A field of the queried object or of one of its parents.</summary>
internal sealed record FieldPath(IReadOnlyList<ParentLookup> Parents, EntityField Field)
{
    /// <summary>The path in its canonical spelling: <c>Owner.Manager.Email</c>.</summary>
    public string Name => string.Join('.', [.. Parents.Select(parent => parent.Name), Field.Name]);

    public Operand<Record> ToOperand() => new()
    {
        Key = Name,
        Name = Field.Name,
        Type = Field.Type,
        Field = Field.Definition,
        IsOwnField = Parents.Count == 0,
        Read = Parents.Count == 0 ? Field.Read : ReadThroughParents,
    };

    private object? ReadThroughParents(Record row)
    {
        Record? record = row;
        for (var step = 0; step < Parents.Count && record is not null; step++)
            record = Parents[step].Follow(record);
        return record is null ? null : Field.Read(record);
    }
}
