using System.Globalization;

namespace SalesRules.Host.Schedules;

/// <summary>Says a simple cron in words. Whatever is not simple has none: half-right words would be worse than the fields.</summary>
internal static class CronWords
{
    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <param name="fields">Five as in crontab, or Quartz's six.</param>
    public static string? Of(IReadOnlyList<string> fields)
    {
        var quartz = fields.Count == 6;
        if (quartz && fields[0] != "0")
            return null;
        var rest = quartz ? fields.Skip(1).ToList() : fields;
        if (!IsEvery(rest[2]) || !IsEvery(rest[3]) || Times(rest[0], rest[1]) is not { } times || DaysOf(rest[4], quartz) is not { } days)
            return null;
        return $"{days} {times}";
    }

    private static string? Times(string minute, string hour)
    {
        if (Step(minute) is { } step)
            return hour == "*" ? $"every {step} minutes" : Range(hour, 0, 23) is { } during ? $"every {step} minutes from {during.From:00}:00 to {during.To:00}:59" : null;
        if (minute == "*")
            return hour == "*" ? "every minute" : null;
        if (Number(minute, 0, 59) is not { } at)
            return null;
        if (hour == "*")
            return string.Create(CultureInfo.InvariantCulture, $"every hour at minute {at}");
        if (Range(hour, 0, 23) is { } hours)
            return string.Create(CultureInfo.InvariantCulture, $"every hour from {hours.From:00}:{at:00} to {hours.To:00}:{at:00}");
        var list = hour.Split(',').Select(one => Number(one, 0, 23)).ToList();
        return list.Contains(null) ? null : $"at {string.Join(", ", list.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one:00}:{at:00}")))}";
    }

    private static string? DaysOf(string field, bool quartz)
    {
        if (IsEvery(field))
            return "every day";
        if (field.Split('-') is [var from, var to] && Day(from, quartz) is { } first && Day(to, quartz) is { } last && first < last)
            return $"{Days[first]} to {Days[last]}";
        var list = field.Split(',').Select(one => Day(one, quartz)).ToList();
        return list.Contains(null) ? null : string.Join(", ", list.Select(day => Days[day!.Value]));
    }

    /// <summary>0 is Sunday; crontab counts from 0 (7 is Sunday too), Quartz from 1.</summary>
    private static int? Day(string text, bool quartz)
    {
        var named = Array.FindIndex(Days, day => day[..3].Equals(text, StringComparison.OrdinalIgnoreCase));
        if (named >= 0)
            return named;
        return quartz ? Number(text, 1, 7) - 1 : Number(text, 0, 7) % 7;
    }

    private static bool IsEvery(string field) => field is "*" or "?";

    private static int? Step(string field) => field.StartsWith("*/", StringComparison.Ordinal) && Number(field[2..], 1, 59) is { } step && 60 % step == 0 ? step : null;

    private static (int From, int To)? Range(string field, int least, int most) =>
        field.Split('-') is [var from, var to] && Number(from, least, most) is { } first && Number(to, least, most) is { } last && first < last ? (first, last) : null;

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
