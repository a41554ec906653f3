using System.Globalization;
using SalesRules.Sandbox.Soql.Dates;

namespace SalesRules.Sandbox.Tests.Soql.Dates;

/// <summary>Every date literal on a Wednesday in the middle of a quarter, then the fiscal ones in a year that starts in February.</summary>
public sealed class OrgCalendarTests
{
    private static readonly DateOnly Today = new(2026, 5, 13);

    [TestCase("YESTERDAY", null, "2026-05-12", "2026-05-13")]
    [TestCase("TODAY", null, "2026-05-13", "2026-05-14")]
    [TestCase("TOMORROW", null, "2026-05-14", "2026-05-15")]
    [TestCase("LAST_WEEK", null, "2026-05-03", "2026-05-10")]
    [TestCase("THIS_WEEK", null, "2026-05-10", "2026-05-17")]
    [TestCase("NEXT_WEEK", null, "2026-05-17", "2026-05-24")]
    [TestCase("LAST_MONTH", null, "2026-04-01", "2026-05-01")]
    [TestCase("THIS_MONTH", null, "2026-05-01", "2026-06-01")]
    [TestCase("NEXT_MONTH", null, "2026-06-01", "2026-07-01")]
    [TestCase("LAST_90_DAYS", null, "2026-02-12", "2026-05-14")]
    [TestCase("NEXT_90_DAYS", null, "2026-05-14", "2026-08-12")]
    [TestCase("LAST_N_DAYS", 1, "2026-05-12", "2026-05-14")]
    [TestCase("NEXT_N_DAYS", 1, "2026-05-14", "2026-05-15")]
    [TestCase("N_DAYS_AGO", 3, "2026-05-10", "2026-05-11")]
    [TestCase("LAST_N_WEEKS", 2, "2026-04-26", "2026-05-10")]
    [TestCase("NEXT_N_WEEKS", 2, "2026-05-17", "2026-05-31")]
    [TestCase("N_WEEKS_AGO", 2, "2026-04-26", "2026-05-03")]
    [TestCase("LAST_N_MONTHS", 3, "2026-02-01", "2026-05-01")]
    [TestCase("NEXT_N_MONTHS", 3, "2026-06-01", "2026-09-01")]
    [TestCase("N_MONTHS_AGO", 3, "2026-02-01", "2026-03-01")]
    [TestCase("THIS_QUARTER", null, "2026-04-01", "2026-07-01")]
    [TestCase("LAST_QUARTER", null, "2026-01-01", "2026-04-01")]
    [TestCase("NEXT_QUARTER", null, "2026-07-01", "2026-10-01")]
    [TestCase("LAST_N_QUARTERS", 2, "2025-10-01", "2026-04-01")]
    [TestCase("NEXT_N_QUARTERS", 2, "2026-07-01", "2027-01-01")]
    [TestCase("N_QUARTERS_AGO", 2, "2025-10-01", "2026-01-01")]
    [TestCase("THIS_YEAR", null, "2026-01-01", "2027-01-01")]
    [TestCase("LAST_YEAR", null, "2025-01-01", "2026-01-01")]
    [TestCase("NEXT_YEAR", null, "2027-01-01", "2028-01-01")]
    [TestCase("LAST_N_YEARS", 2, "2024-01-01", "2026-01-01")]
    [TestCase("NEXT_N_YEARS", 2, "2027-01-01", "2029-01-01")]
    [TestCase("N_YEARS_AGO", 2, "2024-01-01", "2025-01-01")]
    public void A_date_literal_covers_these_days(string name, int? count, string start, string end)
    {
        Assert.That(Resolve(new OrgCalendar(Today), name, count), Is.EqualTo(Span(start, end)));
    }

    [TestCase("THIS_FISCAL_QUARTER", null, "2026-05-01", "2026-08-01")]
    [TestCase("LAST_FISCAL_QUARTER", null, "2026-02-01", "2026-05-01")]
    [TestCase("NEXT_FISCAL_QUARTER", null, "2026-08-01", "2026-11-01")]
    [TestCase("LAST_N_FISCAL_QUARTERS", 2, "2025-11-01", "2026-05-01")]
    [TestCase("NEXT_N_FISCAL_QUARTERS", 2, "2026-08-01", "2027-02-01")]
    [TestCase("N_FISCAL_QUARTERS_AGO", 1, "2026-02-01", "2026-05-01")]
    [TestCase("THIS_FISCAL_YEAR", null, "2026-02-01", "2027-02-01")]
    [TestCase("LAST_FISCAL_YEAR", null, "2025-02-01", "2026-02-01")]
    [TestCase("NEXT_FISCAL_YEAR", null, "2027-02-01", "2028-02-01")]
    [TestCase("LAST_N_FISCAL_YEARS", 1, "2025-02-01", "2026-02-01")]
    [TestCase("NEXT_N_FISCAL_YEARS", 1, "2027-02-01", "2028-02-01")]
    [TestCase("N_FISCAL_YEARS_AGO", 1, "2025-02-01", "2026-02-01")]
    public void A_fiscal_literal_follows_the_first_month_of_the_fiscal_year(string name, int? count, string start, string end)
    {
        Assert.That(Resolve(new OrgCalendar(Today, fiscalStartMonth: 2), name, count), Is.EqualTo(Span(start, end)));
    }

    [TestCase("2026-01-31", 4, 2026, 12)]
    [TestCase("2026-02-01", 1, 2027, 1)]
    [TestCase("2026-04-30", 1, 2027, 3)]
    [TestCase("2026-05-01", 2, 2027, 4)]
    public void A_fiscal_year_is_named_after_the_year_it_ends_in(string date, int quarter, int year, int month)
    {
        var calendar = new OrgCalendar(Today, fiscalStartMonth: 2);
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);

        Assert.That(
            (calendar.FiscalQuarter(day), calendar.FiscalYear(day), calendar.FiscalMonth(day)), Is.EqualTo((quarter, year, month)));
    }

    [Test]
    public void Every_literal_covers_at_least_a_day_wherever_today_is()
    {
        var days = Enumerable.Range(0, 800).Select(day => new DateOnly(2024, 1, 1).AddDays(day));
        var spans = days.SelectMany(day => PeriodNames.All.Select(name => new OrgCalendar(day, 4).Resolve(name, name.TakesCount ? 1 : null)));

        Assert.That(spans, Has.All.Matches<DateSpan>(span => span.Start < span.End));
    }

    private static DateSpan Resolve(OrgCalendar calendar, string name, int? count) => calendar.Resolve(PeriodNames.Find(name)!, count);

    private static DateSpan Span(string start, string end) =>
        new(DateOnly.Parse(start, CultureInfo.InvariantCulture), DateOnly.Parse(end, CultureInfo.InvariantCulture));
}
