using System.Text.Json;

namespace SalesRules.Sandbox.Http.Json;

/// <summary>Reads request bodies: objects as case-insensitive maps, numbers as decimal.</summary>
internal static class RequestJson
{
    /// <summary>The body as one JSON object.</summary>
    public static IReadOnlyDictionary<string, object?> ReadObject(ReadOnlyMemory<byte> body)
    {
        using var document = Parse(body);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? ToMap(document.RootElement)
            : throw ApiException.BadRequest("JSON_PARSER_ERROR", "The HTTP entity body is required to be a JSON object, but this request has none.");
    }

    /// <summary>Numbers become decimal, objects maps, arrays lists.</summary>
    public static object? ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ToMap(element),
        JsonValueKind.Array => element.EnumerateArray().Select(ToValue).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? number : element.GetRawText(),
        _ => null,
    };

    private static Dictionary<string, object?> ToMap(JsonElement element)
    {
        var map = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in element.EnumerateObject())
            map[property.Name] = ToValue(property.Value);
        return map;
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Length == 0)
            throw ApiException.BadRequest("JSON_PARSER_ERROR", "The HTTP entity body is required, but this request has no entity body.");
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException exception)
        {
            var (line, column) = (exception.LineNumber + 1, exception.BytePositionInLine + 1);
            throw ApiException.BadRequest("JSON_PARSER_ERROR", FormattableString.Invariant(
                $"Unexpected character or end of input: the body is not well-formed JSON at [line:{line}, column:{column}]"));
        }
    }
}
