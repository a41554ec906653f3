namespace SalesRules.Policies;

/// <summary>Instants as days of the policy's time zone, which is where "today" is decided (catalogue section 1).</summary>
internal static class BusinessDays
{
    public static DateOnly DayIn(this DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
