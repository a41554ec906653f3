using System.Globalization;
using System.Text;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading.Soql;

/// <summary>A value as SOQL writes it. The only way from a value into a query, so every text is escaped.</summary>
public readonly record struct SoqlLiteral
{
    private readonly string? text;

    private SoqlLiteral(string text) => this.text = text;

    /// <summary>No value.</summary>
    public static SoqlLiteral Null => default;

    /// <summary>A text, quoted and escaped.</summary>
    public static SoqlLiteral Of(string value) => new(Quote(value));

    /// <summary>An id.</summary>
    public static SoqlLiteral Of(SalesforceId value) => new($"'{value.Value}'");

    /// <summary>A number, without exponent.</summary>
    public static SoqlLiteral Of(decimal value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>True or false.</summary>
    public static SoqlLiteral Of(bool value) => new(value ? "true" : "false");

    /// <summary>A date, unquoted.</summary>
    public static SoqlLiteral Of(DateOnly value) => new(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>An instant in UTC with milliseconds, unquoted.</summary>
    public static SoqlLiteral Of(DateTimeOffset value) =>
        new(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => text ?? "null";

    private static string Quote(string value)
    {
        var quoted = new StringBuilder("'", value.Length + 2);
        foreach (var c in value)
        {
            quoted.Append(c switch
            {
                '\'' => @"\'",
                '\\' => @"\\",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                '\b' => @"\b",
                '\f' => @"\f",
                _ => c.ToString(),
            });
        }
        return quoted.Append('\'').ToString();
    }
}
