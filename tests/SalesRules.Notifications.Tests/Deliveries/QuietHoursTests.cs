using System.Globalization;
using SalesRules.Notifications.Deliveries;

namespace SalesRules.Notifications.Tests.Deliveries;

/// <summary>March 2026: the 2nd is a Monday. Berlin sets its clocks on 2026-03-29 and 2026-10-25.</summary>
internal sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly DayOfWeek[] AllDays = Enum.GetValues<DayOfWeek>();

    // From 20:00 until 07:00, and no weekends.
    private static readonly QuietHours Nights = new(Berlin, new TimeOnly(20, 0), new TimeOnly(7, 0), holidays: [new DateOnly(2026, 3, 4)]);

    [TestCase("2026-03-02T06:59:59.9999999+01:00", "2026-03-02T07:00:00+01:00", TestName = "The last moment of the night waits until it is over")]
    [TestCase("2026-03-02T07:00:00+01:00", "2026-03-02T07:00:00+01:00", TestName = "The first minute of the day goes out")]
    [TestCase("2026-03-02T19:59:59+01:00", "2026-03-02T19:59:59+01:00", TestName = "The last second of the day goes out")]
    [TestCase("2026-03-02T20:00:00+01:00", "2026-03-03T07:00:00+01:00", TestName = "The first minute of the night waits until morning")]
    [TestCase("2026-03-02T00:00:00+01:00", "2026-03-02T07:00:00+01:00", TestName = "After midnight it waits until the same morning")]
    [TestCase("2026-03-06T20:00:00+01:00", "2026-03-09T07:00:00+01:00", TestName = "Friday night waits until Monday")]
    [TestCase("2026-03-07T12:00:00+01:00", "2026-03-09T07:00:00+01:00", TestName = "Saturday noon waits until Monday")]
    [TestCase("2026-03-03T20:00:00+01:00", "2026-03-05T07:00:00+01:00", TestName = "The eve of a holiday waits until the day after it")]
    [TestCase("2026-03-04T12:00:00+01:00", "2026-03-05T07:00:00+01:00", TestName = "A holiday waits until it is over")]
    [TestCase("2026-03-27T20:00:00+01:00", "2026-03-30T07:00:00+02:00", TestName = "A weekend in which the clocks are set forward ends on time")]
    [TestCase("2026-10-23T20:00:00+02:00", "2026-10-26T07:00:00+01:00", TestName = "A weekend in which the clocks are set back ends on time")]
    public void Nights_and_weekends(string at, string expected) => AssertNext(Nights, at, expected);

    // 02:30 does not exist that night: at 02:00 the wall shows 03:00.
    [TestCase("2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00", TestName = "An end that the night leaves out comes right after the gap")]
    [TestCase("2026-03-29T03:00:00+02:00", "2026-03-29T03:00:00+02:00", TestName = "The first moment after the gap goes out")]
    // 02:30 comes twice that night; the wall goes back from 03:00 to 02:00.
    [TestCase("2026-10-25T02:29:59+02:00", "2026-10-25T02:30:00+02:00", TestName = "An end that the night has twice comes first at the first")]
    [TestCase("2026-10-25T02:59:59+02:00", "2026-10-25T02:59:59+02:00", TestName = "Between the two ends it goes out")]
    [TestCase("2026-10-25T02:00:00+01:00", "2026-10-25T02:30:00+01:00", TestName = "When the wall shows a quiet time again it is quiet again")]
    [TestCase("2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00+01:00", TestName = "And ends at the second end")]
    public void Nights_in_which_the_clocks_are_set(string at, string expected) =>
        AssertNext(new QuietHours(Berlin, new TimeOnly(22, 0), new TimeOnly(2, 30), AllDays), at, expected);

    [TestCase("2026-10-25T02:45:00+02:00", "2026-10-25T02:00:00+01:00", TestName = "Setting the clock back can end a quiet time")]
    public void Quiet_hours_that_the_clock_itself_ends(string at, string expected) =>
        AssertNext(new QuietHours(Berlin, new TimeOnly(2, 30), new TimeOnly(4, 0), AllDays), at, expected);

    [TestCase("2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z")]
    [TestCase("2026-03-02T13:00:00Z", "2026-03-02T14:00:00Z")]
    public void Quiet_hours_may_lie_within_a_day(string at, string expected) =>
        AssertNext(new QuietHours(TimeZoneInfo.Utc, new TimeOnly(13, 0), new TimeOnly(14, 0)), at, expected);

    [Test]
    public void The_same_beginning_and_end_means_no_quiet_hours() =>
        AssertNext(new QuietHours(TimeZoneInfo.Utc, new TimeOnly(7, 0), new TimeOnly(7, 0)), "2026-03-02T07:00:00Z", "2026-03-02T07:00:00Z");

    [TestCase("2026-03-05T12:00:00Z", "2026-03-05T12:00:00Z", TestName = "A Thursday that is worked")]
    [TestCase("2026-03-06T12:00:00Z", "2026-03-08T00:00:00Z", TestName = "A Friday and Saturday that are not")]
    public void A_week_may_begin_on_Sunday(string at, string expected) =>
        AssertNext(
            new QuietHours(TimeZoneInfo.Utc, default, default, [DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday]),
            at, expected);

    [Test]
    public void Somebody_must_be_reachable_at_some_time() =>
        Assert.That(() => new QuietHours(TimeZoneInfo.Utc, default, default, []), Throws.ArgumentException);

    // Lord Howe sets its clocks by half an hour; Apia once left out a day; Chatham and Kathmandu lie at odd offsets; Havana's midnight may not exist.
    [TestCase("Europe/Berlin", "2026-03-28")]
    [TestCase("Europe/Berlin", "2026-10-24")]
    [TestCase("America/New_York", "2026-03-07")]
    [TestCase("America/New_York", "2026-10-31")]
    [TestCase("Australia/Lord_Howe", "2026-04-04")]
    [TestCase("Australia/Lord_Howe", "2026-10-03")]
    [TestCase("Pacific/Apia", "2011-12-28")]
    [TestCase("Pacific/Chatham", "2026-04-04")]
    [TestCase("Asia/Kathmandu", "2026-03-01")]
    [TestCase("America/Havana", "2026-03-07")]
    [TestCase("America/Havana", "2026-10-31")]
    public void The_next_instant_is_the_first_one_that_a_look_at_the_wall_every_minute_finds(string zoneId, string firstDay)
    {
        var start = DateTimeOffset.Parse($"{firstDay}T00:00:00Z", CultureInfo.InvariantCulture);
        var random = new Random(7);
        for (var round = 0; round < 25; round++)
        {
            var quiet = new QuietHours(TimeZoneInfo.FindSystemTimeZoneById(zoneId), new TimeOnly(random.Next(24), random.Next(60)), new TimeOnly(random.Next(24), random.Next(60)), AllDays,
                [DateOnly.FromDateTime(start.Date).AddDays(random.Next(3))]);
            var at = start.AddMinutes(random.Next(3 * 24 * 60));

            var found = at;
            while (!quiet.Allows(found))
                found = found.AddMinutes(1);

            Assert.That(quiet.NextAllowed(at), Is.EqualTo(found), $"{zoneId}: quiet {quiet.From}-{quiet.Until}, from {at:O}");
        }
    }

    private static void AssertNext(QuietHours quiet, string at, string expected)
    {
        var next = quiet.NextAllowed(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));

        Assert.That(next, Is.EqualTo(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture)));
        Assert.That(next.Offset, Is.EqualTo(TimeSpan.Zero));
    }
}
