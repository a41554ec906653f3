namespace SalesRules.Policies;

/// <summary>Business days: not Saturdays, not Sundays, not the policy's holidays (catalogue section 1).</summary>
public sealed class BusinessCalendar(IReadOnlySet<DateOnly> holidays)
{
    public bool IsBusinessDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

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
}
