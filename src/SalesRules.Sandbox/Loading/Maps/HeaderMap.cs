using SalesRules.Sandbox.Loading.Sources;
using SalesRules.Sandbox.Loading.Values;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>The map of a file that comes without one: its rows are opportunities, its headers field labels or API names.</summary>
internal static class HeaderMap
{
    private const string Rows = "opportunities";

    public static DataMap Of(string dataFile, OrgSchema schema, LoadProblems problems)
    {
        var source = new SourceMap(Rows, null, null, false, new Dictionary<string, IMapValue>(), new MapNode(MapNodeKind.Object, 0, Rows, Rows));
        // Its broken rows are reported when the rows are read again to be loaded.
        var header = new SourceReader(dataFile, problems, (_, _, _) => { }).Read(source);
        problems.ThrowIfAny();

        var type = schema["Opportunity"];
        var fields = header.Columns.Keys.Select(column => Field(column, type, dataFile, problems)).OfType<FieldMap>().ToArray();
        foreach (var twice in fields.GroupBy(field => field.Field.Name).Where(group => group.Count() > 1))
            problems.Add(dataFile, 1, $"Two columns are the field {twice.Key}.");
        problems.ThrowIfAny();
        return new DataMap(null, [source], [new RecordMap(Rows, type, Rows, null, false, fields, [])], []);
    }

    private static FieldMap? Field(string column, SObjectType type, string dataFile, LoadProblems problems)
    {
        var field = type.FindStored(column) ?? type.Fields.FirstOrDefault(known => string.Equals(known.Label, column, StringComparison.OrdinalIgnoreCase));
        if (field is { Calculated: false })
            return new FieldMap(field, new ColumnValue(column, fromFile: true));
        problems.Add(dataFile, 1, $"\"{column}\" is no field of Opportunity by name or label: rename the column, or give a map.");
        return null;
    }
}
