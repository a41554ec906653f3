using System.Globalization;
using SalesRules.Notifications.Deliveries;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Recipients;

/// <summary>When a recipient is left alone.</summary>
/// <param name="wrong">Takes a key and what is wrong with it.</param>
internal sealed class QuietReading(RecipientOptions options, Action<string, string> wrong)
{
    /// <summary>Null: at no time, or the settings cannot be used.</summary>
    public QuietHours? Read()
    {
        var (zone, hours, days, holidays) = (Zone(), Hours(), Days(), Holidays());
        if (ChannelValues.Text(options.TimeZone) is null && NeedsZone())
            wrong(nameof(options.TimeZone), "is missing: expected where they are, such as Europe/Berlin, so that their hours and days are known");
        return zone is null ? null : new QuietHours(zone, hours.From, hours.Until, days, holidays);
    }

    private bool NeedsZone() =>
        ChannelValues.Text(options.QuietHours) is not null || ChannelValues.Text(options.BusinessDays) is not null || options.Holidays.Count > 0;

    private TimeZoneInfo? Zone()
    {
        if (ChannelValues.Text(options.TimeZone) is not { } id)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;
        wrong(nameof(options.TimeZone), $"'{id}' is not known: expected an IANA name such as Europe/Berlin");
        return null;
    }

    private (TimeOnly From, TimeOnly Until) Hours()
    {
        if (ChannelValues.Text(options.QuietHours) is not { } text)
            return default;
        if (text.Split('-', StringSplitOptions.TrimEntries) is [var from, var until] && Time(from) is { } first && Time(until) is { } last && first != last)
            return (first, last);
        wrong(nameof(options.QuietHours), $"'{text}' is not usable: expected two times of day such as 20:00-07:00");
        return default;
    }

    private List<DayOfWeek>? Days()
    {
        if (ChannelValues.Text(options.BusinessDays) is not { } text)
            return null;
        var names = text.Split(',', StringSplitOptions.TrimEntries);
        var days = Enum.GetValues<DayOfWeek>().Where(day => names.Any(given => Is(day, given))).ToList();
        if (names.All(given => days.Any(day => Is(day, given))))
            return days;
        wrong(nameof(options.BusinessDays), $"'{text}' is not usable: expected days such as Mon,Tue,Wed,Thu,Fri");
        return null;
    }

    private List<DateOnly> Holidays()
    {
        List<DateOnly> days = [];
        foreach (var text in options.Holidays)
        {
            if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                days.Add(day);
            else
                wrong(nameof(options.Holidays), $"'{text}' is no date: expected one such as 2026-12-25");
        }

        return days;
    }

    private static bool Is(DayOfWeek day, string name) =>
        day.ToString().Equals(name, StringComparison.OrdinalIgnoreCase) || day.ToString()[..3].Equals(name, StringComparison.OrdinalIgnoreCase);

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
