using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesRules.Salesforce.Connection.Errors;

/// <summary>One error as Salesforce words it.</summary>
/// <param name="Code"><c>errorCode</c>, <c>statusCode</c> or OAuth's <c>error</c>.</param>
/// <param name="Message">The server's text. It can quote field values of a record.</param>
/// <param name="Fields">API names of the fields concerned; may be empty.</param>
internal sealed partial record ServerError(string Code, string Message, IReadOnlyList<string> Fields)
{
    /// <summary>
    /// The errors in the body of a failed call: an array of REST errors or OAuth's single object. Empty when the body is
    /// something else, such as a gateway's HTML page.
    /// </summary>
    public static IReadOnlyList<ServerError> ParseAll(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Array => [.. document.RootElement.EnumerateArray().Select(Parse).OfType<ServerError>()],
                JsonValueKind.Object => Parse(document.RootElement) is { } error ? [error] : [],
                _ => [],
            };
        }
        catch (JsonException)
        {
            return body.Span.Trim((byte)'\n').SequenceEqual("Bad_OAuth_Token"u8) ? [new("Bad_OAuth_Token", "", [])] : [];
        }
    }

    /// <summary>One error object of REST, of a collections row, or of OAuth; null when it names no code.</summary>
    public static ServerError? Parse(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
            return null;
        var code = Text(error, "errorCode") ?? Text(error, "statusCode") ?? Text(error, "error");
        // A code goes into messages and logs, so it must look like one: a proxy's reply may put anything there.
        return code is null || !CodeForm().IsMatch(code) ? null : new(code, Text(error, "message") ?? Text(error, "error_description") ?? "", FieldNames(error));
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> FieldNames(JsonElement error) =>
        error.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? [.. fields.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.String).Select(f => f.GetString()!)]
            : [];

    [GeneratedRegex("^[A-Za-z0-9_]{1,80}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
