using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesRules.Notifications.Messages;

/// <summary>JSON as it goes out: UTF-8, compact, letters of any language as they are.</summary>
internal static class RenderedJson
{
    // Relaxed: it is sent as application/json and never stands within HTML.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] ToUtf8(this JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Compact);

    public static JsonArray AsJsonArray(this IEnumerable<JsonNode> nodes) => [.. nodes];
}
