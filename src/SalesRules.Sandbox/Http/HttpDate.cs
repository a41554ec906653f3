using System.Globalization;

namespace SalesRules.Sandbox.Http;

/// <summary>Dates of HTTP headers: <c>Tue, 23 Mar 2026 00:00:00 GMT</c>.</summary>
internal static class HttpDate
{
    /// <summary>The moment; null when the header is missing or no date.</summary>
    public static DateTimeOffset? Parse(string? header) =>
        DateTimeOffset.TryParseExact(header, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
