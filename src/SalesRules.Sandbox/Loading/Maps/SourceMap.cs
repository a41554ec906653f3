using SalesRules.Sandbox.Loading.Values;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>
/// A file of rows. Without a file name it is the one that the load was started with; others lie beside it. Let gives names to values
/// worked out from a row, which then read like columns. The date format is that of its date columns, null for year-month-day.
/// </summary>
internal sealed record SourceMap(
    string Name, string? File, string? DateFormat, bool SkipsBrokenRows, IReadOnlyDictionary<string, IMapValue> Let, MapNode At);
