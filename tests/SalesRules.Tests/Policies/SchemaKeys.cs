using System.Text.Json.Nodes;

namespace SalesRules.Tests.Policies;

/// <summary>Walks docs/policy.schema.json as an editor does: every key with its path and its own schema.</summary>
internal static class SchemaKeys
{
    public static JsonObject Root { get; } = JsonNode.Parse(ShippedFiles.Read("docs/policy.schema.json"))!.AsObject();

    public static IEnumerable<(string Path, JsonObject Schema)> All() => Below("", Root);

    /// <summary>The maps with fixed keys, the whole file among them as "".</summary>
    public static IEnumerable<(string Path, JsonObject Schema)> Sections() =>
        All().Select(key => key.Schema["items"] is JsonObject items ? ($"{key.Path}[0]", items) : key)
            .Prepend(("", Root))
            .Where(key => key.Item2.ContainsKey("properties"));

    public static bool Allows(JsonObject schema, string type) =>
        schema["type"] is JsonArray types ? types.Any(one => one!.GetValue<string>() == type) : schema["type"]?.GetValue<string>() == type;

    private static IEnumerable<(string Path, JsonObject Schema)> Below(string path, JsonObject schema)
    {
        foreach (var (name, node) in schema["properties"]?.AsObject() ?? [])
        {
            var key = path.Length == 0 ? name : $"{path}.{name}";
            yield return (key, node!.AsObject());
            foreach (var below in Below(key, node.AsObject()))
                yield return below;
            if (node["items"] is JsonObject items)
            {
                foreach (var below in Below($"{key}[0]", items))
                    yield return below;
            }
        }
    }
}
