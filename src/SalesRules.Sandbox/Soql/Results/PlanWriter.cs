using System.Text.Json;
using SalesRules.Sandbox.Soql.Execution;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>Writes how a query would find its rows, in the form of Salesforce's query plans.</summary>
internal static class PlanWriter
{
    public static void Write(Utf8JsonWriter json, RowQuery rows)
    {
        var path = rows.AccessPath;
        var candidates = path.Rows(rows.Table, rows.IncludeDeleted).Count();
        json.WriteStartObject();
        json.WriteStartArray("plans");
        json.WriteStartObject();
        json.WriteNumber("cardinality", candidates);
        json.WriteStartArray("fields");
        foreach (var field in FieldsOf(path))
            json.WriteStringValue(field);
        json.WriteEndArray();
        json.WriteString("leadingOperationType", path is FullScan ? "TableScan" : "Index");
        json.WriteStartArray("notes");
        json.WriteEndArray();
        json.WriteNumber("relativeCost", rows.Table.Count == 0 ? 0m : decimal.Round((decimal)candidates / rows.Table.Count, 3));
        json.WriteNumber("sobjectCardinality", rows.Table.Count);
        json.WriteString("sobjectType", rows.Type.Name);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string[] FieldsOf(AccessPath path) => path switch
    {
        IdAccess => ["Id"],
        IndexAccess index => [index.Field.Name],
        StampAccess => ["SystemModstamp"],
        _ => [],
    };
}
