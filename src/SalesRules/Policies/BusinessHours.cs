namespace SalesRules.Policies;

/// <summary>The hours of a business day, in the policy's business time zone.</summary>
/// <param name="From">The hour at which it begins, from 0.</param>
/// <param name="To">The hour at which it ends, up to 24.</param>
public sealed record BusinessHours(int From, int To)
{
    // A policy whose every day is a holiday has no business time: the search ends somewhere.
    private const int FarthestDays = 366;

    /// <summary>The instant after so much business time. What comes in outside the hours begins to count when they begin again.</summary>
    public DateTimeOffset After(DateTimeOffset start, TimeSpan time, BusinessCalendar calendar, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, zone).DateTime);
        var left = time;
        for (var days = 0; days < FarthestDays; days++, day = day.AddDays(1))
        {
            if (!calendar.IsBusinessDay(day))
                continue;
            var (opens, closes) = (At(day, From, zone), At(day, To, zone));
            var begins = start > opens ? start : opens;
            if (begins + left <= closes)
                return (begins + left).ToOffset(TimeSpan.Zero);
            if (begins < closes)
                left -= closes - begins;
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>An hour that a change of the clocks skips is the one an hour later.</summary>
    private static DateTimeOffset At(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddHours(hour);
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
