namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>A place in the map that reads a column of a source.</summary>
internal sealed record ColumnUse(string Source, string Column, MapNode At);
