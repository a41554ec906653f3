using System.Globalization;
using System.Text.Json;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>The date of which a row of an exported history is a snapshot: a column or property "Snapshot Date", SnapshotDate or Snapshot_Date__c.</summary>
internal static class SnapshotDates
{
    public const string Name = "Snapshot Date";

    private const string Letters = "snapshotdate";

    public static bool IsHeading(string name)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
        return letters is Letters or Letters + "c";
    }

    /// <summary>The date in the present object's own properties; null: it has none.</summary>
    /// <exception cref="SnapshotFormatException">It is no date.</exception>
    public static DateOnly? OfJson(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1 || !IsHeading(reader.GetString()!))
                continue;
            reader.Read();
            return reader.TokenType == JsonTokenType.Null ? null : Parse(reader.TokenType == JsonTokenType.String ? reader.GetString()! : "no text");
        }

        return null;
    }

    /// <exception cref="SnapshotFormatException">It is no date.</exception>
    public static DateOnly Parse(string text) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : throw new SnapshotFormatException($"expected a date such as 2026-03-31, found '{text}'").In(Name);
}
