using SalesRules.Policies;

namespace SalesRules.Tests.Policies;

public class BusinessHoursTests
{
    private static readonly BusinessHours NineToFive = new(9, 17);

    [TestCase("2026-03-02T10:00:00Z", "2026-03-02T10:05:00Z", TestName = "Within the hours time runs")]
    [TestCase("2026-03-02T16:55:00Z", "2026-03-02T17:00:00Z", TestName = "Up to the last minute of the day")]
    [TestCase("2026-03-02T16:56:00Z", "2026-03-03T09:01:00Z", TestName = "What is left runs on in the morning")]
    [TestCase("2026-03-02T03:00:00Z", "2026-03-02T09:05:00Z", TestName = "Before the hours it begins with them")]
    [TestCase("2026-03-06T18:00:00Z", "2026-03-09T09:05:00Z", TestName = "A weekend does not count")]
    [TestCase("2026-03-03T18:00:00Z", "2026-03-05T09:05:00Z", TestName = "Nor does a holiday")]
    public void Five_minutes(string start, string end) =>
        Assert.That(After(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture), NineToFive, TimeZoneInfo.Utc), Is.EqualTo(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture)));

    [Test]
    public void The_hours_are_those_of_the_business_time_zone()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        Assert.That(After(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero), NineToFive, berlin), Is.EqualTo(new DateTimeOffset(2026, 3, 2, 8, 5, 0, TimeSpan.Zero)));
        Assert.That(After(new DateTimeOffset(2026, 3, 30, 6, 0, 0, TimeSpan.Zero), NineToFive, berlin), Is.EqualTo(new DateTimeOffset(2026, 3, 30, 7, 5, 0, TimeSpan.Zero)), "in summer time");
    }

    [Test]
    public void Without_any_hours_it_never_comes() =>
        Assert.That(After(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), new BusinessHours(17, 9), TimeZoneInfo.Utc), Is.EqualTo(DateTimeOffset.MaxValue));

    private static DateTimeOffset After(DateTimeOffset start, BusinessHours hours, TimeZoneInfo zone) =>
        hours.After(start, TimeSpan.FromMinutes(5), new BusinessCalendar(new HashSet<DateOnly> { new(2026, 3, 4) }), zone);
}
