using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>How faults look in JSON.</summary>
internal static class FaultJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters =
        {
            new DurationConverter(), new FieldValuesConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    };

    /// <summary>Scripts are written by people: comments and trailing commas are fine.</summary>
    public static JsonDocumentOptions Reading { get; } = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
}
