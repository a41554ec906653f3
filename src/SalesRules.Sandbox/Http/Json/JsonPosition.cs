using System.Text.Json;

namespace SalesRules.Sandbox.Http.Json;

/// <summary>Where in a request body a member's value ends, for the messages of the parser.</summary>
internal static class JsonPosition
{
    /// <summary><c>[line:1, column:42]</c>: behind the first value of a member with this name.</summary>
    public static string After(ReadOnlySpan<byte> body, string member)
    {
        var reader = new Utf8JsonReader(body);
        var found = false;
        while (!found && reader.Read())
            found = reader.TokenType == JsonTokenType.PropertyName && string.Equals(reader.GetString(), member, StringComparison.OrdinalIgnoreCase);
        reader.Read();
        var read = body[..(int)reader.BytesConsumed];
        var line = read.Count((byte)'\n') + 1;
        var column = read.Length - read.LastIndexOf((byte)'\n');
        return FormattableString.Invariant($"[line:{line}, column:{column}]");
    }
}
