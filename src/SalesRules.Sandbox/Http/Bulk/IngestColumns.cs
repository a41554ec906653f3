using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>The header of an upload: which cell is which field, or which external id of a parent (<c>Account.Key__c</c>).</summary>
internal sealed class IngestColumns
{
    /// <summary>The cell that clears a field; an empty one leaves it as it is.</summary>
    private const string Null = "#N/A";

    private IngestColumns(IReadOnlyList<string> names) => Names = names;

    /// <summary>The names as they were uploaded.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads a header; a name that the object does not have fails the job.</summary>
    public static IngestColumns Of(SObjectType type, IReadOnlyList<string> names, bool idsOnly)
    {
        if (idsOnly && (names.Count != 1 || !IsId(names[0])))
            throw new BulkJobException("InvalidBatch : The 'delete' batch must contain only ids");
        if (names.FirstOrDefault(name => !IsKnown(type, name)) is { } unknown)
            throw new BulkJobException($"InvalidBatch : Field name not found : {unknown}");
        return new IngestColumns(names);
    }

    /// <summary>The values that a row sends.</summary>
    public Dictionary<string, object?> ValuesOf(IReadOnlyList<string> cells)
    {
        if (cells.Count != Names.Count)
            throw new BulkJobException(FormattableString.Invariant(
                $"ClientInputError : a row has {cells.Count} cells where the header has {Names.Count}: {string.Join(", ", cells)}"));
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, cell) in Names.Zip(cells))
            if (cell.Length > 0)
                Send(values, name, cell == Null ? null : cell);
        return values;
    }

    private static void Send(Dictionary<string, object?> values, string name, string? value)
    {
        if (name.Split('.') is [var relationship, var key])
            values[relationship] = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { [key] = value };
        else
            values[name] = value;
    }

    private static bool IsKnown(SObjectType type, string name) => name.Split('.') switch
    {
        [var field] => type.FindField(field) is not null,
        [var relationship, _] => type.FindRelationship(relationship) is not null,
        _ => false,
    };

    private static bool IsId(string name) => string.Equals(name, "Id", StringComparison.OrdinalIgnoreCase);
}
