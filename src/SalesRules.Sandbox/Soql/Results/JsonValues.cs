using System.Globalization;
using System.Text.Json;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>Values as REST replies spell them.</summary>
internal static class JsonValues
{
    public static void Write(Utf8JsonWriter json, FieldType type, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool boolean:
                json.WriteBooleanValue(boolean);
                break;
            case decimal number:
                json.WriteNumberValue(type == FieldType.Int ? decimal.Truncate(number) : WithFraction(number));
                break;
            case DateOnly date:
                json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset dateTime:
                json.WriteStringValue(dateTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>23 is written 23.0, 12.50 is written 12.5: at least one digit after the point and no idle zeros.</summary>
    private static decimal WithFraction(decimal number) => (number / 1.0000000000000000000000000000m) + 0.0m;
}
