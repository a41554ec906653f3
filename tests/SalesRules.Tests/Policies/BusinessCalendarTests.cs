using SalesRules.Policies;

namespace SalesRules.Tests.Policies;

public class BusinessCalendarTests
{
    private static readonly BusinessCalendar Calendar = new(TestPolicy.Holidays);

    [TestCase("2026-03-02", 0, "2026-03-02")]
    [TestCase("2026-03-02", 2, "2026-03-04", TestName = "From_a_Monday_two_business_days_are_Wednesday")]
    [TestCase("2026-03-05", 2, "2026-03-09", TestName = "From_a_Thursday_they_pass_the_weekend")]
    [TestCase("2026-03-06", 1, "2026-03-09", TestName = "After_Friday_comes_Monday")]
    [TestCase("2026-03-07", 1, "2026-03-09", TestName = "From_a_Saturday_the_next_is_Monday")]
    [TestCase("2026-03-08", 5, "2026-03-13")]
    [TestCase("2026-04-02", 1, "2026-04-07", TestName = "Easter_is_passed_over")]
    [TestCase("2026-04-01", 2, "2026-04-07")]
    [TestCase("2026-12-31", 1, "2027-01-04", TestName = "The_year_ends_with_a_holiday_and_a_weekend")]
    [TestCase("2028-02-28", 2, "2028-03-01", TestName = "A_leap_day_is_a_day")]
    public void Business_days_skip_weekends_and_holidays(string day, int count, string expected) =>
        Assert.That(Calendar.AddBusinessDays(Date(day), count), Is.EqualTo(Date(expected)));

    [Test]
    public void The_calendar_ends_at_the_last_date_there_is() =>
        Assert.That(Calendar.AddBusinessDays(DateOnly.MaxValue.AddDays(-1), 5), Is.EqualTo(DateOnly.MaxValue));

    [TestCase("2026-04-03", false)]
    [TestCase("2026-04-04", false)]
    [TestCase("2026-04-05", false)]
    [TestCase("2026-04-06", false)]
    [TestCase("2026-04-07", true)]
    public void A_day_is_a_business_day_or_not(string day, bool expected) => Assert.That(Calendar.IsBusinessDay(Date(day)), Is.EqualTo(expected));

    [TestCase("2026-04-02", "2026-04-02", 0)]
    [TestCase("2026-04-02", "2026-04-06", 0, TestName = "Good_Friday_to_Easter_Monday_are_none")]
    [TestCase("2026-04-02", "2026-04-07", 1)]
    [TestCase("2026-03-06", "2026-03-08", 0)]
    [TestCase("2026-03-06", "2026-03-09", 1)]
    [TestCase("2026-03-09", "2026-03-06", -1, TestName = "Backwards_they_are_negative")]
    [TestCase("2025-12-31", "2026-12-31", 259, TestName = "A_year_has_261_weekdays_of_which_two_are_holidays")]
    public void Business_days_between_two_days_leave_the_first_out(string from, string to, int expected) =>
        Assert.That(Calendar.BusinessDaysBetween(Date(from), Date(to)), Is.EqualTo(expected));

    [Test]
    public void Counting_and_calculating_agree()
    {
        var start = Date("2026-02-20");
        for (var first = 0; first < 60; first++)
        {
            for (var last = first; last < 60; last++)
            {
                var counted = Enumerable.Range(first + 1, last - first).Count(day => Calendar.IsBusinessDay(start.AddDays(day)));
                Assert.That(Calendar.BusinessDaysBetween(start.AddDays(first), start.AddDays(last)), Is.EqualTo(counted));
                Assert.That(Calendar.BusinessDaysBetween(start.AddDays(last), start.AddDays(first)), Is.EqualTo(-counted));
            }
        }
    }

    [Test]
    public void The_whole_calendar_is_calculated_at_once() =>
        Assert.That(Calendar.BusinessDaysBetween(DateOnly.MinValue, DateOnly.MaxValue), Is.EqualTo(2_608_611));

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
