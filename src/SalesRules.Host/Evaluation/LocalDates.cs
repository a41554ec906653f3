using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesRules.Host.Evaluation;

/// <summary>Dates as people's programs export them, turned into the form of Salesforce's API.</summary>
internal sealed partial class LocalDates(CsvOptions options)
{
    /// <summary>Salesforce stores no other years.</summary>
    private const int FirstYear = 1700;
    private const int LastYear = 4000;

    private const string NoCentury = "expected a year of four digits, found one of two: nobody knows its century; export or format the column with four";

    private static readonly string[] TimesOfDay = ["H:mm", "H:mm:ss", "h:mm tt", "h:mm:ss tt"];

    /// <summary>The date in ISO form; null with the reason when it is a local date that cannot be read. Anything else is given back as it is.</summary>
    public string? ToDate(string text, out string reason)
    {
        reason = "";
        if (ShortYear().IsMatch(text))
            return Refuse(NoCentury, out reason);
        if (Local().Match(text) is not { Success: true } parts)
            return text;
        if (parts.Groups["time"].Success)
            return Refuse("expected a date, found a date with a time of day", out reason);
        return TryDay(parts, out var day, ref reason) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The instant in the API's form; a local one is taken to be in the zone of the options, one without a time of day to be its midnight.</summary>
    public string? ToInstant(string text, out string reason)
    {
        reason = "";
        var spaced = text.Replace('\u202F', ' ').Replace('\u00A0', ' ');
        if (Iso().Match(spaced) is { Success: true } iso)
            return ToInstant(iso, DateOnly.TryParseExact(iso.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, out reason);
        if (ShortYear().IsMatch(spaced))
            return Refuse(NoCentury, out reason);
        if (Local().Match(spaced) is not { Success: true } local)
            return text;
        return TryDay(local, out var localDay, ref reason) ? ToInstant(local, localDay, out reason) : null;
    }

    private string? ToInstant(Match parts, DateOnly? day, out string reason)
    {
        reason = "";
        var time = default(TimeOnly);
        if (day is not { Year: >= FirstYear and <= LastYear } date
            || (parts.Groups["time"] is { Success: true, Value: var text }
                && !TimeOnly.TryParseExact(text, TimesOfDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out time)))
            return Refuse("expected a date and time such as 2026-03-31 14:05, found another text", out reason);
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, options.Zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    private bool TryDay(Match parts, out DateOnly day, ref string reason)
    {
        day = default;
        if (options.Dates == DateOrder.Iso)
            return Refuse("expected a date such as 2026-03-31, found a local one: say with --dates dmy or --dates mdy whether the day or the month comes first", out reason) is not null;
        var (dayPart, monthPart) = options.Dates == DateOrder.Dmy ? ("first", "second") : ("second", "first");
        if (DateOnly.TryParseExact(
                $"{parts.Groups["year"].Value}-{parts.Groups[monthPart].Value}-{parts.Groups[dayPart].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && day.Year is >= FirstYear and <= LastYear)
            return true;
        return Refuse(
            options.Dates == DateOrder.Dmy
                ? "expected the day first, such as 31.03.2026 (--dates dmy), found a date that does not exist so"
                : "expected the month first, such as 3/31/2026 (--dates mdy), found a date that does not exist so",
            out reason) is not null;
    }

    private static string? Refuse(string why, out string reason)
    {
        reason = why;
        return null;
    }

    // Years of two digits are not read: nobody knows their century.
    [GeneratedRegex(@"^(?<first>[0-9]{1,2})(?<mark>[/.\-]) ?(?<second>[0-9]{1,2})\k<mark> ?(?<year>[0-9]{4})(?:,? +(?<time>[0-9].*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Local();

    [GeneratedRegex(@"^[0-9]{1,2}(?<mark>[/.\-]) ?[0-9]{1,2}\k<mark> ?[0-9]{2}(?:,? +[0-9].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:,? +(?<time>[0-9].*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
