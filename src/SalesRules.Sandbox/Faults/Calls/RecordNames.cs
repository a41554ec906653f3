using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Faults.Calls;

/// <summary>The objects and ids that a call names in its body or its parameters.</summary>
internal static class RecordNames
{
    public static (IReadOnlyCollection<string> Objects, IReadOnlyList<string> Ids) In(ReadOnlyMemory<byte> body, string idsParameter)
    {
        var members = Parse(body);
        var records = Members(members, "records");
        var objects = records.Select(record => Text(Member(Member(record, "attributes"), "type")));
        var ids = records.Select(record => Text(Member(record, "id"))).Concat(Members(members, "ids").Select(Text)).Concat(idsParameter.Split(','));
        return (objects.OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase), Ids(ids));
    }

    /// <summary>What of these are record ids, 18 characters each.</summary>
    public static IReadOnlyList<string> Ids(IEnumerable<string?> texts) =>
        [.. texts.Select(text => RecordId.TryParse(text?.Trim(), out var id) ? id : null).OfType<string>()];

    private static JsonNode? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonNode.Parse(body.Span, new JsonNodeOptions { PropertyNameCaseInsensitive = true });
        }
        catch (JsonException)
        {
            return null; // the org refuses it in its own words
        }
    }

    private static IReadOnlyList<JsonNode?> Members(JsonNode? node, string name) => Member(node, name) is JsonArray list ? [.. list] : [];

    private static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?[name];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
