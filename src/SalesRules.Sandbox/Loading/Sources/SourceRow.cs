using SalesRules.Sandbox.Loading.Values;

namespace SalesRules.Sandbox.Loading.Sources;

/// <summary>A row of a source and the line on which it begins.</summary>
internal sealed class SourceRow(SourceTable table, int line, string?[] cells)
{
    public SourceTable Table => table;

    public int Line => line;

    /// <summary>The value under a name: what the source lets it stand for, else the column. Null when empty.</summary>
    public string? Value(string name, LoadScope scope) =>
        table.Let.TryGetValue(name, out var value) ? value.Of(this, scope) : Cell(name);

    /// <summary>What stands in a column of the file; null when it is empty or the row ends before it.</summary>
    public string? Cell(string column) =>
        table.Columns.TryGetValue(column, out var index) && index < cells.Length && cells[index] is { Length: > 0 } text ? text : null;
}
