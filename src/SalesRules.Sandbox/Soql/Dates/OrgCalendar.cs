using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Dates;

/// <summary>
/// The calendar of the org: turns date literals into days and dates into the numbers of the date functions. Days begin at
/// midnight UTC, the org's time zone.
/// </summary>
/// <param name="today">The day that date literals start from.</param>
/// <param name="fiscalStartMonth">The first month of the fiscal year.</param>
/// <param name="namedByStart">A fiscal year is named after the year it starts in, not the one it ends in.</param>
internal sealed class OrgCalendar(DateOnly today, int fiscalStartMonth = 1, bool namedByStart = false)
{
    /// <summary>Today and the fiscal year as the org's Organization row has it.</summary>
    public static OrgCalendar Of(OrgStore store, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return store["Organization"].Scan().FirstOrDefault() is { } organization
            ? new OrgCalendar(
                today, (int)(organization["FiscalYearStartMonth"] as decimal? ?? 1), organization["UsesStartDateAsFiscalYearName"] is true)
            : new OrgCalendar(today);
    }

    public DateSpan Resolve(PeriodName period, int? count)
    {
        var n = period.FixedCount ?? count ?? 1;
        return period.Reach switch
        {
            PeriodReach.This => Units(period.Unit, 0, 1),
            PeriodReach.Last => Units(period.Unit, -1, 0),
            PeriodReach.Next => Units(period.Unit, 1, 2),
            PeriodReach.LastCount when period.Unit == CalendarUnit.Day => Units(period.Unit, -n, 1),
            PeriodReach.LastCount => Units(period.Unit, -n, 0),
            PeriodReach.NextCount => Units(period.Unit, 1, n + 1),
            _ => Units(period.Unit, -n, -n + 1),
        };
    }

    /// <summary>1 to 4 within the fiscal year.</summary>
    public int FiscalQuarter(DateOnly date) => (FiscalMonth(date) - 1) / 3 + 1;

    public int FiscalYear(DateOnly date) =>
        date.AddMonths(1 - FiscalMonth(date)).Year + (namedByStart || fiscalStartMonth == 1 ? 0 : 1);

    /// <summary>1 to 12 within the fiscal year.</summary>
    public int FiscalMonth(DateOnly date) => (date.Month - fiscalStartMonth + 12) % 12 + 1;

    private DateSpan Units(CalendarUnit unit, int first, int end)
    {
        var start = StartOf(unit);
        return new DateSpan(Add(start, unit, first), Add(start, unit, end));
    }

    private DateOnly StartOf(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => today,
        CalendarUnit.Week => today.AddDays(-(int)today.DayOfWeek),
        CalendarUnit.Month => MonthsBack(0),
        CalendarUnit.Quarter => MonthsBack((today.Month - 1) % 3),
        CalendarUnit.Year => MonthsBack(today.Month - 1),
        CalendarUnit.FiscalQuarter => MonthsBack((FiscalMonth(today) - 1) % 3),
        _ => MonthsBack(FiscalMonth(today) - 1),
    };

    private DateOnly MonthsBack(int months) => new DateOnly(today.Year, today.Month, 1).AddMonths(-months);

    private static DateOnly Add(DateOnly start, CalendarUnit unit, int count) => unit switch
    {
        CalendarUnit.Day => start.AddDays(count),
        CalendarUnit.Week => start.AddDays(7 * count),
        CalendarUnit.Month => start.AddMonths(count),
        CalendarUnit.Quarter or CalendarUnit.FiscalQuarter => start.AddMonths(3 * count),
        _ => start.AddYears(count),
    };
}
