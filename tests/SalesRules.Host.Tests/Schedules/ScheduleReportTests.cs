using System.Text.Json;
using SalesRules.Host.Tests.Commands;

namespace SalesRules.Host.Tests.Schedules;

internal sealed class ScheduleReportTests
{
    private const string Settings = """
        { "Schedules": {
            "hourly-sync": { "Enabled": false }, "nightly-sync": { "Enabled": false },
            "berlin": { "Cron": "30 2 * * *", "TimeZone": "Europe/Berlin" } } }
        """;

    [Test]
    public async Task Schedule_list_shows_the_next_times_in_the_zone_and_in_UTC_over_the_change_in_spring()
    {
        var run = await ListAsync("2026-03-28T00:00Z");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.StartWith(string.Join(Environment.NewLine,
            "berlin: sync, enabled",
            "  30 2 * * * (every day at 02:30) in Europe/Berlin",
            "  next Sat 2026-03-28 02:30:00 +01:00 = 2026-03-28T01:30:00Z",
            "  next Sun 2026-03-29 03:00:00 +02:00 = 2026-03-29T01:00:00Z",
            "  next Mon 2026-03-30 02:30:00 +02:00 = 2026-03-30T00:30:00Z",
            "deal-reviews: digest deals --send --every-other-week 2026-03-05, disabled")));
    }

    [Test]
    public async Task Schedule_list_shows_the_next_times_over_the_change_in_autumn()
    {
        var run = await ListAsync("2026-10-24T12:00Z", "--json");

        var berlin = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().First();
        Assert.That(berlin.GetProperty("next").EnumerateArray().Select(time => time.GetProperty("utc").GetString()), Is.EqualTo(new[]
        {
            "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z", "2026-10-27T01:30:00Z",
        }));
        Assert.That(berlin.GetProperty("next")[0].GetProperty("local").GetString(), Is.EqualTo("2026-10-25T02:30:00+02:00"));
    }

    [Test]
    public async Task A_disabled_schedule_has_no_next_times()
    {
        var run = await ListAsync("2026-10-24T12:00Z", "--json");

        var nightly = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Single(schedule => schedule.GetProperty("name").GetString() == "nightly-sync");
        Assert.That(nightly.GetProperty("enabled").GetBoolean(), Is.False);
        Assert.That(nightly.GetProperty("next").GetArrayLength(), Is.Zero);
    }

    private static async Task<CommandRun> ListAsync(string now, params string[] args)
    {
        using var folder = new TemporaryFolder();
        var clock = new FixedClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        return await CommandRun.OfAsync(clock, ["schedule", "list", "--config", folder.Write("settings.json", Settings), .. args]);
    }
}
