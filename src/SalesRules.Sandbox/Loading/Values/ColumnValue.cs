using SalesRules.Sandbox.Loading.Sources;

namespace SalesRules.Sandbox.Loading.Values;

/// <summary>What the row says under a name. While that name is being worked out itself, only the file's own column counts.</summary>
internal sealed class ColumnValue(string column, bool fromFile) : IMapValue
{
    public string? Of(SourceRow row, LoadScope scope) => fromFile ? row.Cell(column) : row.Value(column, scope);
}
