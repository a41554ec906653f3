using System.Buffers;
using System.Text.Json;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.WriteBack;

/// <summary>Writes the bodies of sObject Collections calls.</summary>
internal static class CollectionBody
{
    /// <summary>Records named by a field of their own: <c>id</c>, or an external id.</summary>
    public static ReadOnlyMemory<byte> OfRecords(
        string objectName, string keyField, IEnumerable<(string Key, IReadOnlyDictionary<string, FieldValue> Values)> rows) => Write(json =>
    {
        // One row's refusal must not undo the others.
        json.WriteBoolean("allOrNone", false);
        json.WriteStartArray("records");
        foreach (var (key, values) in rows)
        {
            json.WriteStartObject();
            json.WriteStartObject("attributes");
            json.WriteString("type", objectName);
            json.WriteEndObject();
            json.WriteString(keyField, key);
            WriteValues(json, values);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>The fields of one record.</summary>
    public static ReadOnlyMemory<byte> OfValues(IReadOnlyDictionary<string, FieldValue> values) => Write(json => WriteValues(json, values));

    /// <summary>Which records and fields to retrieve.</summary>
    public static ReadOnlyMemory<byte> OfIds(IEnumerable<SalesforceId> ids, IEnumerable<string> fields) => Write(json =>
    {
        json.WriteStartArray("ids");
        foreach (var id in ids)
            json.WriteStringValue(id.Value);
        json.WriteEndArray();
        json.WriteStartArray("fields");
        foreach (var field in fields)
            json.WriteStringValue(SoqlName.Field(field));
        json.WriteEndArray();
    });

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyDictionary<string, FieldValue> values)
    {
        foreach (var (field, value) in values)
        {
            json.WritePropertyName(SoqlName.Field(field));
            value.WriteTo(json);
        }
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
