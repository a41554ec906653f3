using System.Globalization;
using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>Values as bulk results show them: null is an empty cell, and datetimes end in Z, unlike in JSON.</summary>
internal static class CsvValue
{
    public static string Text(object? value, FieldType type) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        decimal number when type == FieldType.Int => decimal.Truncate(number).ToString(CultureInfo.InvariantCulture),
        decimal number => RecordJson.WithFraction(number).ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A record cannot hold a {value.GetType().Name}."),
    };
}
