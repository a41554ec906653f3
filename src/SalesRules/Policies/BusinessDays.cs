namespace SalesRules.Policies;

/// <summary>Instants as days of the policy's time zone, which is where "today" is decided (catalogue section 1).</summary>
internal static class BusinessDays
{
    public static DateOnly DayIn(this DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The day's first instant there.</summary>
    public static DateTimeOffset StartIn(this DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
