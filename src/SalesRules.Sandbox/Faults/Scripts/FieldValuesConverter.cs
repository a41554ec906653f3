using System.Text.Json;
using System.Text.Json.Serialization;
using SalesRules.Sandbox.Http.Json;

namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>Values by field, read as the data API reads them: numbers become decimal, field names match in any case.</summary>
internal sealed class FieldValuesConverter : JsonConverter<IReadOnlyDictionary<string, object?>>
{
    public override IReadOnlyDictionary<string, object?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return RequestJson.ToValue(document.RootElement) as IReadOnlyDictionary<string, object?> ?? throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, member) in value)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, member, options);
        }
        writer.WriteEndObject();
    }
}
