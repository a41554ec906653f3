using System.Globalization;
using System.Text.Json;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Http.Json;

/// <summary>Records and their values as REST shows them.</summary>
public static class RecordJson
{
    /// <summary><c>2026-02-01T10:00:00.000+0000</c>: always UTC, always with milliseconds, which are always zero.</summary>
    public static string DateTime(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    /// <summary>The path of a row, such as <c>/services/data/v64.0/sobjects/Opportunity/006...</c>.</summary>
    public static string Url(string version, SObjectType type, string id) => $"/services/data/{version}/sobjects/{type.Name}/{id}";

    /// <summary>The <c>attributes</c> member that every record starts with.</summary>
    public static void WriteAttributes(Utf8JsonWriter writer, string version, SObjectType type, string id)
    {
        writer.WriteStartObject("attributes");
        writer.WriteString("type", type.Name);
        writer.WriteString("url", Url(version, type, id));
        writer.WriteEndObject();
    }

    /// <summary>A record with the given fields, in their order.</summary>
    public static void WriteRecord(Utf8JsonWriter writer, string version, Record record, IEnumerable<SObjectField> fields)
    {
        writer.WriteStartObject();
        WriteAttributes(writer, version, record.Type, record.Id);
        foreach (var field in fields)
        {
            writer.WritePropertyName(field.Name);
            WriteValue(writer, record[field], field.Type);
        }
        writer.WriteEndObject();
    }

    /// <summary>A value in the form of its field's type: 125000.0 for a currency, 3 for an int.</summary>
    public static void WriteValue(Utf8JsonWriter writer, object? value, FieldType type)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset moment: writer.WriteStringValue(DateTime(moment)); break;
            case decimal number: writer.WriteNumberValue(type == FieldType.Int ? decimal.Truncate(number) : WithFraction(number)); break;
            default: throw new InvalidOperationException($"A record cannot hold a {value.GetType().Name}.");
        }
    }

    /// <summary>The number without trailing zeros but with at least one digit after the point.</summary>
    public static decimal WithFraction(decimal number)
    {
        var shortest = number / 1.0000000000000000000000000000m;
        return shortest.Scale == 0 ? shortest * 1.0m : shortest;
    }
}
