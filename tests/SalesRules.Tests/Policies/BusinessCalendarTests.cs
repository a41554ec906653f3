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

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
