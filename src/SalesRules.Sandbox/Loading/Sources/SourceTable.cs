using System.Globalization;
using SalesRules.Sandbox.Loading.Maps;
using SalesRules.Sandbox.Loading.Values;

namespace SalesRules.Sandbox.Loading.Sources;

/// <summary>A file of rows, read into memory.</summary>
internal sealed class SourceTable(SourceMap map, string file)
{
    private const string IsoDate = "yyyy-MM-dd";

    private readonly Dictionary<string, Dictionary<string, SourceRow>> rowsByColumn = [];

    public SourceMap Map => map;

    /// <summary>The file, as messages name it.</summary>
    public string File => file;

    /// <summary>Where each column of the file stands in a row.</summary>
    public Dictionary<string, int> Columns { get; } = new(StringComparer.Ordinal);

    public List<SourceRow> Rows { get; } = [];

    public IReadOnlyDictionary<string, IMapValue> Let => map.Let;

    /// <summary>The format in which this file writes dates.</summary>
    public string DateFormat => map.DateFormat ?? IsoDate;

    /// <summary>A date in this file's format, or as year-month-day, which the map itself writes; null when it is neither.</summary>
    public DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, [DateFormat, IsoDate], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The first row with this value under a name; null when there is none.</summary>
    public SourceRow? Find(string name, string value, LoadScope scope)
    {
        if (!rowsByColumn.TryGetValue(name, out var rows))
        {
            rowsByColumn[name] = rows = new Dictionary<string, SourceRow>(StringComparer.Ordinal);
            foreach (var row in Rows)
                if (row.Value(name, scope) is { } key)
                    rows.TryAdd(key, row);
        }
        return rows.GetValueOrDefault(value);
    }
}
