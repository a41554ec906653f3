using System.Text.Json;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>Reads the fields of a record. Numbers come as 23.0 and dates without a time, whatever the field's label says.</summary>
internal static class JsonFields
{
    public static string? Text(this JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool? Flag(this JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    public static decimal? Number(this JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public static DateOnly? Date(this JsonElement record, string field) =>
        record.Text(field) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    public static DateTimeOffset? Instant(this JsonElement record, string field) =>
        record.Text(field) is { } text ? WireTime.Parse(text) : null;

    public static SalesforceId? Id(this JsonElement record, string field) =>
        record.Text(field) is { } text ? SalesforceId.Parse(text) : null;

    /// <summary>A parent's record; null when the lookup is empty.</summary>
    public static JsonElement? Parent(this JsonElement record, string relationship) =>
        record.TryGetProperty(relationship, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}
