using SalesRules.Policies;

namespace SalesRules.Tests.Policies;

public class FiscalCalendarTests
{
    [TestCase(1, "2026-01-01", "2026-01-01", "2026-03-31")]
    [TestCase(1, "2026-03-31", "2026-01-01", "2026-03-31")]
    [TestCase(1, "2026-04-01", "2026-04-01", "2026-06-30")]
    [TestCase(1, "2026-12-31", "2026-10-01", "2026-12-31")]
    [TestCase(2, "2026-01-31", "2025-11-01", "2026-01-31")]
    [TestCase(2, "2026-02-01", "2026-02-01", "2026-04-30")]
    [TestCase(2, "2025-12-15", "2025-11-01", "2026-01-31")]
    [TestCase(4, "2026-03-31", "2026-01-01", "2026-03-31")]
    [TestCase(4, "2026-04-01", "2026-04-01", "2026-06-30")]
    [TestCase(10, "2026-09-30", "2026-07-01", "2026-09-30")]
    [TestCase(10, "2026-10-01", "2026-10-01", "2026-12-31")]
    [TestCase(12, "2026-02-28", "2025-12-01", "2026-02-28")]
    [TestCase(12, "2028-02-29", "2027-12-01", "2028-02-29")]
    [TestCase(3, "2028-02-29", "2027-12-01", "2028-02-29")]
    [TestCase(2, "2028-02-29", "2028-02-01", "2028-04-30")]
    [TestCase(1, "9999-12-31", "9999-10-01", "9999-12-31")]
    [TestCase(12, "9999-12-31", "9999-12-01", "9999-12-31", Description = "time ends before the quarter does")]
    [TestCase(12, "0001-02-01", "0001-01-01", "0001-02-28", Description = "the quarter began before time does")]
    public void Quarters_start_from_the_fiscal_years_month(int firstMonth, string day, string start, string end)
    {
        var calendar = new FiscalCalendar(firstMonth);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(calendar.QuarterStart(Date(day)), Is.EqualTo(Date(start)));
            Assert.That(calendar.QuarterEnd(Date(day)), Is.EqualTo(Date(end)));
        }
    }

    [Test]
    public void Every_day_of_ten_years_lies_in_exactly_one_quarter_of_three_whole_months([Range(1, 12)] int firstMonth)
    {
        var calendar = new FiscalCalendar(firstMonth);
        var start = calendar.QuarterStart(new DateOnly(2023, 5, 15));
        for (var day = start; day.Year < 2033; day = day.AddDays(1))
        {
            if (day > calendar.QuarterEnd(start))
            {
                start = day;
                Assert.That((start.Day, (start.Month - firstMonth + 12) % 3), Is.EqualTo((1, 0)), $"{day:o} does not begin a quarter");
            }

            if (calendar.QuarterStart(day) != start || calendar.QuarterEnd(day) != start.AddMonths(3).AddDays(-1))
                Assert.Fail($"{day:o} is not in the quarter of {start:o}");
        }
    }

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
