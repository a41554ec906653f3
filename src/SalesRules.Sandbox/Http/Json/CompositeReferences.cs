using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesRules.Sandbox.Http.Json;

/// <summary>Replaces <c>@{ref.id}</c> and <c>@{ref[0].x}</c> by values of earlier replies of a composite call.</summary>
internal sealed partial class CompositeReferences
{
    private readonly Dictionary<string, JsonNode?> replies = new(StringComparer.Ordinal);

    /// <summary>Keeps a reply's body for later references.</summary>
    public void Add(string referenceId, ReadOnlyMemory<byte> body) => replies[referenceId] = body.IsEmpty ? null : JsonNode.Parse(body.Span);

    /// <summary>The text with all references replaced; <see cref="ApiException"/> names one that has no value.</summary>
    public string Resolve(string text) => Reference().Replace(text, match => ValueOf(match.Groups[1].Value, match.Groups[2].Value));

    /// <summary>The body with the references in its texts replaced.</summary>
    public JsonNode? Resolve(JsonNode? body) => body switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Resolve)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Resolve(text)),
        _ => body?.DeepClone(),
    };

    private string ValueOf(string referenceId, string path)
    {
        var node = replies.GetValueOrDefault(referenceId);
        foreach (Match step in Step().Matches(path))
            node = Descend(node, step.Value.Trim('.', '[', ']'));
        return node is JsonValue value
            ? value.ToString()
            : throw ApiException.BadRequest("PROCESSING_HALTED", $"Invalid reference specified. No value for {referenceId}{path} found in {referenceId}");
    }

    private static JsonNode? Descend(JsonNode? node, string step) => node switch
    {
        JsonArray items => int.TryParse(step, out var place) && place < items.Count ? items[place] : null,
        JsonObject members => members.FirstOrDefault(member => string.Equals(member.Key, step, StringComparison.OrdinalIgnoreCase)).Value,
        _ => null,
    };

    [GeneratedRegex(@"@\{(\w+)((?:\.\w+|\[\d+\])+)\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\.\w+|\[\d+\]")]
    private static partial Regex Step();
}
