using System.Text.Json;

namespace SalesRules.Sandbox.Http.Json;

/// <summary>Shapes that several replies share.</summary>
internal static class JsonWriting
{
    public static void WriteStrings(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>A map from text to text, in its order.</summary>
    public static void WriteMap(this Utf8JsonWriter writer, string name, IEnumerable<(string Key, string Value)> entries)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in entries)
            writer.WriteString(key, value);
        writer.WriteEndObject();
    }
}
