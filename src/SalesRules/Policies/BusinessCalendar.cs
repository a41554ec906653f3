namespace SalesRules.Policies;

/// <summary>Business days: not Saturdays, not Sundays, not the policy's holidays (catalogue section 1).</summary>
public sealed class BusinessCalendar(IReadOnlySet<DateOnly> holidays)
{
    private const int DaysOfWeek = 7;
    private const int WeekdaysOfWeek = 5;

    // What they take from the weekdays, in order.
    private readonly DateOnly[] weekdayHolidays = [.. holidays.Where(IsWeekday).Order()];

    public bool IsBusinessDay(DateOnly day) => IsWeekday(day) && !holidays.Contains(day);

    /// <summary>The day that many business days after the given one, which itself is not counted. Ends at the last date there is.</summary>
    public DateOnly AddBusinessDays(DateOnly day, int count)
    {
        while (count > 0 && day < DateOnly.MaxValue)
        {
            day = day.AddDays(1);
            if (IsBusinessDay(day))
                count--;
        }

        return day;
    }

    /// <summary>How many business days lie behind the first day, up to the second and with it; negative where the second lies before the first.</summary>
    public int BusinessDaysBetween(DateOnly from, DateOnly to) => UpTo(to) - UpTo(from);

    /// <summary>The business days since the first day of the calendar, which was a Monday; calculated, however far away the day is.</summary>
    private int UpTo(DateOnly day)
    {
        var (weeks, rest) = Math.DivRem(day.DayNumber + 1, DaysOfWeek);
        return (weeks * WeekdaysOfWeek) + Math.Min(rest, WeekdaysOfWeek) - HolidaysUpTo(day);
    }

    private int HolidaysUpTo(DateOnly day)
    {
        var place = Array.BinarySearch(weekdayHolidays, day);
        return place < 0 ? ~place : place + 1;
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
