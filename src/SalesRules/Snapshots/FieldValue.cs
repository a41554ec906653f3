using System.Globalization;
using System.Text.Json;

namespace SalesRules.Snapshots;

/// <summary>
/// One value of a field as findings, changes and plans carry it: text, number, boolean or null. Dates are the text 2026-03-31,
/// instants 2026-03-31T10:00:00.000Z, ids their 18 characters, so that a value is the same after a way through a file.
/// Equal values have equal bytes: numbers lose trailing zeros, instants are UTC.
/// </summary>
public readonly record struct FieldValue
{
    // Scores and totals, 0 to 10, are most of the numbers that rules speak of.
    private static readonly object[] Scores = [.. Enumerable.Range(0, 11).Select(number => (object)(decimal)number)];

    private readonly object? value;

    private FieldValue(object? value) => this.value = value;

    public static FieldValue Null => default;

    public bool IsNull => value is null;

    /// <summary>The text, or null when this is no text.</summary>
    public string? AsText => value as string;

    /// <summary>The number, or null when this is no number.</summary>
    public decimal? AsNumber => value as decimal?;

    /// <summary>An empty text is null, as Salesforce stores it.</summary>
    public static FieldValue Of(string? text) => new(string.IsNullOrEmpty(text) ? null : text);

    public static FieldValue Of(decimal? number) => number is { } n ? new(Boxed(Normalised(n))) : Null;

    public static FieldValue Of(bool? flag) => new(flag);

    public static FieldValue Of(DateOnly? date) => new(date?.ToString("O", CultureInfo.InvariantCulture));

    public static FieldValue Of(DateTimeOffset? instant) =>
        new(instant?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public static FieldValue Of(SalesforceId? id) => new(id?.Value);

    /// <summary>The value that <see cref="WriteTo(Utf8JsonWriter)"/> wrote.</summary>
    /// <exception cref="FormatException">The JSON is an object, a list or a number of more than 28 digits.</exception>
    public static FieldValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => Null,
        JsonValueKind.String => Of(json.GetString()),
        JsonValueKind.True or JsonValueKind.False => Of(json.GetBoolean()),
        JsonValueKind.Number => Of(json.GetDecimal()),
        _ => throw new FormatException($"expected a text, a number, true, false or null, found {json.ValueKind}"),
    };

    /// <summary>A number without trailing zeros: 50000.00 and 50000 are one value and print alike.</summary>
    public static decimal Normalised(decimal number)
    {
        if (number.Scale == 0)
            return number;
        var whole = decimal.Truncate(number);

        // Dividing takes the zeros off any number, and ten times as long.
        return whole == number ? whole : number / 1.000000000000000000000000000000000m;
    }

    private static object Boxed(decimal number) => number.Scale == 0 && number >= 0m && number <= 10m ? Scores[(int)number] : number;

    /// <summary>Writes the value as JSON.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            default:
                writer.WriteStringValue(ToString());
                break;
        }
    }

    /// <summary>Writes the value as a JSON property.</summary>
    public void WriteTo(Utf8JsonWriter writer, ReadOnlySpan<byte> property)
    {
        switch (value)
        {
            case null:
                writer.WriteNull(property);
                break;
            case decimal number:
                writer.WriteNumber(property, number);
                break;
            case bool flag:
                writer.WriteBoolean(property, flag);
                break;
            default:
                writer.WriteString(property, ToString());
                break;
        }
    }

    /// <summary>The value in words for a person or a file; "empty" is for the caller to say, this gives "".</summary>
    public override string ToString() => value switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => (string)value,
    };
}
