using System.Text.Json;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Schemas;

/// <summary>A drift as JSON under the catalogue's names, so that a decision can be made again as it was made then; {} where nothing is lost.</summary>
public static class SchemaDriftJson
{
    public static void Write(Utf8JsonWriter writer, SchemaDrift drift)
    {
        writer.WriteStartObject();
        WriteFields(writer, "unreadable"u8, drift.Unreadable);
        WriteFields(writer, "readOnly"u8, drift.ReadOnly);
        if (drift.Retired.Count > 0)
        {
            writer.WriteStartArray("retired"u8);
            foreach (var (field, value) in drift.Retired.Select(retired => (retired.Field, retired.Value)))
            {
                writer.WriteStartObject();
                writer.WriteString("field"u8, field.ApiName);
                writer.WriteString("value"u8, value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (drift.Tasks is { } tasks)
            writer.WriteString("tasks"u8, tasks);
        if (drift.Surroundings.Count > 0)
        {
            writer.WriteStartArray("surroundings"u8);
            foreach (var lost in drift.Surroundings)
                writer.WriteStringValue(lost.ToString());
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="KeyNotFoundException">A property is missing, or the catalogue has no such field.</exception>
    public static SchemaDrift Read(JsonElement json) => Surroundings(json).Aggregate(ReadSchema(json), (drift, lost) => drift.And(lost));

    private static SchemaDrift ReadSchema(JsonElement json) => new(
        ReadFields(json, "unreadable"),
        ReadFields(json, "readOnly"),
        json.TryGetProperty("retired", out var retired)
            ? [.. retired.EnumerateArray().Select(value => new RetiredValue(OpportunityFields.Get(value.GetProperty("field").GetString()!), value.GetProperty("value").GetString()!))]
            : Array.Empty<RetiredValue>(),
        json.TryGetProperty("tasks", out var tasks) ? tasks.GetString() : null);

    private static IEnumerable<Surrounding> Surroundings(JsonElement json) =>
        json.TryGetProperty("surroundings", out var lost) ? [.. lost.EnumerateArray().Select(name => Enum.Parse<Surrounding>(name.GetString()!))] : [];

    private static void WriteFields(Utf8JsonWriter writer, ReadOnlySpan<byte> property, IReadOnlyList<OpportunityField> fields)
    {
        if (fields.Count == 0)
            return;
        writer.WriteStartArray(property);
        foreach (var field in fields)
            writer.WriteStringValue(field.ApiName);
        writer.WriteEndArray();
    }

    private static IEnumerable<OpportunityField> ReadFields(JsonElement json, string property) =>
        json.TryGetProperty(property, out var names) ? [.. names.EnumerateArray().Select(name => OpportunityFields.Get(name.GetString()!))] : [];
}
