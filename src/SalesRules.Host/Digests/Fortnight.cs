namespace SalesRules.Host.Digests;

/// <summary>
/// Every other week, which no cron can say. Weeks are counted from the Monday of a day that somebody names and not by their numbers: after a
/// year of 53 weeks, odd numbers follow on odd ones.
/// </summary>
internal static class Fortnight
{
    private const int DaysOfWeek = 7;

    public static bool Holds(DateOnly from, DateOnly today) => ((Monday(today) - Monday(from)) / DaysOfWeek) % 2 == 0;

    /// <summary>The Monday of the next week, after today's, in which it holds.</summary>
    public static DateOnly NextMonday(DateOnly from, DateOnly today) => DateOnly.FromDayNumber(Monday(today) + (DaysOfWeek * (Holds(from, today) ? 2 : 1)));

    // Day 0 was a Monday.
    private static int Monday(DateOnly day) => day.DayNumber - (day.DayNumber % DaysOfWeek);
}
