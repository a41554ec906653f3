namespace SalesRules.Policies;

/// <summary>Fiscal quarters from the policy's fiscal-year month (catalogue section 1).</summary>
/// <param name="FirstMonth">The month, 1 to 12, in which the fiscal year begins.</param>
public sealed record FiscalCalendar(int FirstMonth)
{
    /// <summary>The last day of the fiscal quarter that the day falls in.</summary>
    public DateOnly QuarterEnd(DateOnly day)
    {
        var month = day.Month + 2 - MonthOfQuarter(day);
        if (month <= 12)
            return LastDay(day.Year, month);
        return day.Year == DateOnly.MaxValue.Year ? DateOnly.MaxValue : LastDay(day.Year + 1, month - 12);
    }

    /// <summary>The last day of the fiscal quarter that comes so many quarters after the one that the day falls in.</summary>
    public DateOnly QuarterEnd(DateOnly day, int quartersLater) => QuarterEnd(QuarterStart(day).AddMonths(3 * quartersLater));

    /// <summary>The first day of the fiscal quarter that the day falls in.</summary>
    public DateOnly QuarterStart(DateOnly day)
    {
        var monthOfQuarter = MonthOfQuarter(day);
        return day.Year == 1 && day.Month <= monthOfQuarter ? DateOnly.MinValue : new DateOnly(day.Year, day.Month, 1).AddMonths(-monthOfQuarter);
    }

    private static DateOnly LastDay(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>0 to 2.</summary>
    private int MonthOfQuarter(DateOnly day) => (day.Month - FirstMonth + 12) % 3;
}
