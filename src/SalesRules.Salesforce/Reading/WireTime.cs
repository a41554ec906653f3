using System.Globalization;

namespace SalesRules.Salesforce.Reading;

/// <summary>Reads <c>2026-02-01T10:00:00.000+0000</c>, whose offset without a colon System.Text.Json does not know.</summary>
internal static class WireTime
{
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss.FFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
