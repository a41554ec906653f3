using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SalesRules.Host.Schedules;

namespace SalesRules.Host.Tests.Schedules;

/// <summary>
/// What a cron means on the two days a year on which the clock on the wall jumps: a time that spring skips comes right after the gap,
/// once; a time that autumn repeats comes once, at the first of the two; what comes each hour comes each hour that passes.
/// </summary>
internal sealed class DaylightSavingTests
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca", "Asia/Kathmandu", "UTC"];
    private static readonly string[] Crons = ["0 * * * *", "*/30 * * * *", "*/15 * * * *", "30 2 * * *", "15 1,2,3 * * *", "0 7-19 * * 1-5", "0 0 * * *", "45 1 * * 0", "0 2 1 * *", "0 0 29 2 *"];

    [TestCase("Europe/Berlin", "2026-03-29", "2026-03-29T03:00+02:00", TestName = "Spring in Berlin: 02:30 comes at 03:00")]
    [TestCase("Europe/Berlin", "2026-10-25", "2026-10-25T02:30+02:00", TestName = "Autumn in Berlin: the first 02:30")]
    [TestCase("America/New_York", "2026-03-08", "2026-03-08T03:00-04:00", TestName = "Spring in New York: 02:30 comes at 03:00")]
    [TestCase("America/New_York", "2026-11-01", "2026-11-01T02:30-05:00", TestName = "Autumn in New York repeats 01:00 to 02:00, and 02:30 is not in it")]
    [TestCase("UTC", "2026-03-29", "2026-03-29T02:30+00:00", TestName = "UTC has no gaps")]
    public void A_time_of_the_night_comes_once_on_the_day_of_the_change(string zone, string day, string expected) =>
        Assert.That(SlotsOf("30 2 * * *", zone, day), Is.EqualTo(new[] { expected }));

    [Test]
    public void Fixed_hours_around_the_change_come_once_each()
    {
        Assert.That(SlotsOf("15 1,2,3 * * *", "Europe/Berlin", "2026-03-29"), Is.EqualTo(new[] { "2026-03-29T01:15+01:00", "2026-03-29T03:00+02:00", "2026-03-29T03:15+02:00" }));
        Assert.That(SlotsOf("15 1,2,3 * * *", "Europe/Berlin", "2026-10-25"), Is.EqualTo(new[] { "2026-10-25T01:15+02:00", "2026-10-25T02:15+02:00", "2026-10-25T03:15+01:00" }));
        Assert.That(SlotsOf("30 1 * * *", "America/New_York", "2026-11-01"), Is.EqualTo(new[] { "2026-11-01T01:30-04:00" }));
    }

    [TestCase("Europe/Berlin", "2026-03-29", 23)]
    [TestCase("Europe/Berlin", "2026-10-25", 25)]
    [TestCase("Europe/Berlin", "2026-06-01", 24)]
    [TestCase("America/New_York", "2026-03-08", 23)]
    [TestCase("America/New_York", "2026-11-01", 25)]
    public void What_comes_each_hour_comes_each_hour_that_passes(string zone, string day, int hours) =>
        Assert.That(SlotsOf("0 * * * *", zone, day), Has.Count.EqualTo(hours));

    [TestCase("2026-10-04", 48 - 1)]
    [TestCase("2026-04-05", 48 + 1)]
    public void Lord_Howe_moves_by_half_an_hour(string day, int halves) =>
        Assert.That(SlotsOf("*/30 * * * *", "Australia/Lord_Howe", day), Has.Count.EqualTo(halves));

    [FsCheck.NUnit.Property(MaxTest = 400)]
    public Property From_wherever_it_is_asked_the_next_slot_is_the_same() => Prop.ForAll(
        Gen.Elements(Zones).Zip(Gen.Elements(Crons)).Zip(Gen.Choose(0, 730 * 24 * 60)).Zip(Gen.Choose(0, 1_000)).ToArbitrary(),
        given =>
        {
            var (((zoneId, text), minute), thousandth) = given;
            var (zone, cron) = (TimeZoneInfo.FindSystemTimeZoneById(zoneId), CronTimes.Parse(text));
            var slot = cron.NextAfter(new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute), zone)!.Value;
            var next = cron.NextAfter(slot, zone)!.Value;
            var between = slot + ((next - slot) * thousandth / 1_001);
            Assert.That(next, Is.GreaterThan(slot));
            Assert.That(cron.NextAfter(between, zone), Is.EqualTo(next), $"'{text}' in {zoneId} from {between:O}, between {slot:O} and {next:O}");
        });

    /// <summary>The slots of one day in the zone.</summary>
    private static List<string> SlotsOf(string cron, string zoneId, string day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var midnight = DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var end = new DateTimeOffset(midnight.AddDays(1), zone.GetUtcOffset(midnight.AddDays(1)));
        var times = new List<string>();
        for (var at = CronTimes.Parse(cron).NextAfter(new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).AddTicks(-1), zone); at < end; at = CronTimes.Parse(cron).NextAfter(at.Value, zone))
            times.Add(at.Value.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture));
        return times;
    }
}
