using System.Text.Json;
using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary><c>/composite/tree/X</c>: records with their children nested in them, inserted together or not at all.</summary>
internal sealed class TreeResource(Org org) : IResource
{
    public void Map(RouteTable routes) => routes.Map("composite/tree/{object}").On("POST", Create);

    private ApiReply Create(ApiRequest request)
    {
        var records = new RecordTree(org.Schema).Read(request, org.ObjectOf(request));
        var results = org.Write(save => InsertAll(save, records), request.UserId);
        var failed = results.FindAll(entry => !entry.Result.Success);
        return ApiReply.Json(failed.Count > 0 ? 400 : 201, writer => Write(writer, failed.Count > 0 ? failed : results, failed.Count > 0));
    }

    private static List<(TreeRecord Record, SaveResult Result)> InsertAll(OrgTransaction save, IReadOnlyList<TreeRecord> records)
    {
        var start = save.Savepoint();
        var ids = new Dictionary<TreeRecord, string>(ReferenceEqualityComparer.Instance);
        var results = new List<(TreeRecord Record, SaveResult Result)>();
        foreach (var record in records)
        {
            // Nothing can be said of a record whose parent has failed.
            if (record.Parent is { } parent && !ids.ContainsKey(parent))
                continue;
            var result = save.Insert(record.Type.Name, ValuesOf(record, ids));
            results.Add((record, result));
            if (result.Success)
                ids[record] = result.Id!;
        }

        if (ids.Count < records.Count)
            save.RollBackTo(start);
        return results;
    }

    private static Dictionary<string, object?> ValuesOf(TreeRecord record, Dictionary<TreeRecord, string> ids)
    {
        var values = new Dictionary<string, object?>(record.Values, StringComparer.OrdinalIgnoreCase);
        if (record.Parent is { } parent)
            values[record.Lookup!.Name] = ids[parent];
        return values;
    }

    private static void Write(Utf8JsonWriter writer, List<(TreeRecord Record, SaveResult Result)> results, bool hasErrors)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("hasErrors", hasErrors);
        writer.WriteStartArray("results");
        foreach (var (record, result) in results)
        {
            writer.WriteStartObject();
            writer.WriteString("referenceId", record.ReferenceId);
            if (result.Success)
                writer.WriteString("id", result.Id);
            else
                SaveResultJson.WriteErrors(writer, result);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
