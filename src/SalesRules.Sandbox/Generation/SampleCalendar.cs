namespace SalesRules.Sandbox.Generation;

/// <summary>
/// The days around which the sample org is built. Everything that has happened lies before today, so an org made at
/// nine in the morning has nothing in its history that happens at noon.
/// </summary>
internal sealed class SampleCalendar(DateOnly today)
{
    public DateOnly Today { get; } = today;

    /// <summary>Last day of the calendar quarter, which is the fiscal quarter of the sample org.</summary>
    public DateOnly QuarterEnd { get; } =
        new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddMonths(3).AddDays(-1);

    /// <summary>Today moved by so many days.</summary>
    public DateOnly Day(int fromToday) => Today.AddDays(fromToday);

    /// <summary>A close date that still counts for the current quarter: so many days ahead, or the quarter's end if that comes first.</summary>
    public DateOnly ThisQuarter(int daysAhead) => Earlier(Day(daysAhead), QuarterEnd);

    /// <summary>A moment during office hours (UTC) of a day; yesterday's for today and later.</summary>
    public DateTimeOffset Moment(DateOnly day, Chance chance) =>
        new(Earlier(day, Day(-1)), new TimeOnly(chance.Between(8, 17), chance.Between(0, 59), chance.Between(0, 59)), TimeSpan.Zero);

    /// <summary>The next day that is no Saturday or Sunday, the day itself included.</summary>
    public static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
