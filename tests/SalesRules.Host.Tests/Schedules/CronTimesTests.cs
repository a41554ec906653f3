using SalesRules.Host.Schedules;

namespace SalesRules.Host.Tests.Schedules;

internal sealed class CronTimesTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Test]
    public void Five_fields_are_a_crontab_with_Sunday_as_0_or_7()
    {
        Assert.That(Next("0 7 * * 0", "2026-03-02T00:00Z"), Is.EqualTo("2026-03-08T07:00+01:00"));
        Assert.That(Next("0 7 * * 7", "2026-03-02T00:00Z"), Is.EqualTo("2026-03-08T07:00+01:00"));
    }

    [Test]
    public void Six_fields_are_Quartz_with_seconds_first_and_Sunday_as_1() =>
        Assert.That(Next("0 0 7 ? * 1", "2026-03-02T00:00Z"), Is.EqualTo("2026-03-08T07:00+01:00"));

    [Test]
    public void An_hour_that_spring_skips_is_made_up_for_right_after_it() =>
        Assert.That(Next("30 2 * * *", "2026-03-28T12:00Z"), Is.EqualTo("2026-03-29T03:00+02:00"));

    [Test]
    public void The_day_after_spring_s_change_keeps_the_time_on_the_wall() =>
        Assert.That(Next("30 2 * * *", "2026-03-29T12:00Z"), Is.EqualTo("2026-03-30T02:30+02:00"));

    [Test]
    public void An_hour_that_autumn_repeats_comes_once()
    {
        Assert.That(Next("30 2 * * *", "2026-10-24T12:00Z"), Is.EqualTo("2026-10-25T02:30+02:00"));
        Assert.That(Next("30 2 * * *", "2026-10-25T00:30Z"), Is.EqualTo("2026-10-26T02:30+01:00"));
    }

    [Test]
    public void A_time_is_not_its_own_next_time() =>
        Assert.That(Next("0 12 * * *", "2026-06-01T10:00Z"), Is.EqualTo("2026-06-02T12:00+02:00"));

    [TestCase("* * *", "'* * *' has 3 field(s); expected five as in crontab")]
    [TestCase("0 0 12 * * ? 2026", "has 7 field(s)")]
    [TestCase("60 * * * *", "'60 * * * *' is no cron: ")]
    [TestCase("0 24 * * *", "'0 24 * * *' is no cron: ")]
    [TestCase("99 * * * *", "'99 * * * *' is no cron: 99 is above what any field can hold.")]
    [TestCase("0 098 * * *", "'0 098 * * *' is no cron: 098 is above")]
    [TestCase("0 0 * * 8", "'0 0 * * 8' is no cron: ")]
    [TestCase("0 0 * foo *", "'0 0 * foo *' is no cron: ")]
    [TestCase("0 0 30 2 *", "'0 0 30 2 *' never comes")]
    public void What_is_no_cron_is_told(string text, string sentence) =>
        Assert.That(() => CronTimes.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains(sentence));

    [TestCase("59 23 * * *")]
    [TestCase("0 0 29 2 *")]
    [TestCase("0\t0 * * 7")]
    public void The_last_of_each_range_is_one(string text) => Assert.That(() => CronTimes.Parse(text), Throws.Nothing);

    private static string? Next(string cron, string after) => CronTimes.Parse(cron)
        .NextAfter(DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture), Berlin)
        ?.ToString("yyyy-MM-dd'T'HH:mmzzz", System.Globalization.CultureInfo.InvariantCulture);
}
