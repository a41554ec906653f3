using System.Globalization;
using System.Text.Json;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Database;

/// <summary>How values stand in the journal: instants, dates, decimals, ids, names and field values as texts, and back.</summary>
internal static class Stored
{
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string DateForm = "yyyy-MM-dd";

    public static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString(InstantForm, CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? instant) => instant is { } at ? Text(at) : null;

    public static string Text(DateOnly date) => date.ToString(DateForm, CultureInfo.InvariantCulture);

    public static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>closed_by_person for ClosedByPerson.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => Names<T>.ToName[value];

    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static DateTimeOffset? InstantOrNull(string? text) => text is null ? null : Instant(text);

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, DateForm, CultureInfo.InvariantCulture);

    public static DateOnly? DateOrNull(string? text) => text is null ? null : Date(text);

    public static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    public static SalesforceId? Id(string? text) => text is null ? null : SalesforceId.Parse(text);

    public static T Value<T>(string name)
        where T : struct, Enum => Names<T>.ToValue[name];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ToName =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> ToValue = ToName.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
