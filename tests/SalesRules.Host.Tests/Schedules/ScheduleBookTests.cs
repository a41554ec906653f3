using Microsoft.Extensions.Configuration;
using SalesRules.Host.Commands;
using SalesRules.Host.Schedules;

namespace SalesRules.Host.Tests.Schedules;

internal sealed class ScheduleBookTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Test]
    public void A_schedule_without_a_zone_lives_in_that_of_the_business()
    {
        var book = Read(("nightly:Cron", "30 2 * * *"), ("other:Cron", "0 0 12 * * ?"), ("other:TimeZone", "Asia/Tokyo"), ("other:Enabled", "false"));

        Assert.That(book.All.Select(schedule => (schedule.Name, schedule.Zone.Id, schedule.Enabled, schedule.Command)), Is.EqualTo(new[]
        {
            ("nightly", "America/New_York", true, "sync"),
            ("other", "Asia/Tokyo", false, "sync"),
        }));
    }

    [Test]
    public void A_schedule_is_found_whatever_the_case_of_its_name() =>
        Assert.That(Read(("Nightly-Sync:Cron", "30 2 * * *")).Find("NIGHTLY-sync")?.Name, Is.EqualTo("nightly-sync"));

    [Test]
    public void Every_problem_of_every_schedule_is_told_at_once_by_its_key()
    {
        var problem = Assert.Throws<CommandException>(() => Read(
            ("a b:Cron", "30 2 * * *"),
            ("bad:Cron", "61 * * * *"),
            ("bad:TimeZone", "Mars/Phobos"),
            ("bad:Command", "dance"),
            ("bad:Enabled", "perhaps"),
            ("empty:Command", "sync")));

        Assert.That(problem.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(problem.Message.Split(Environment.NewLine), Is.EqualTo(new[]
        {
            "Schedules:a b: 'a b' cannot be a schedule's name: expected 1 to 60 letters, digits and hyphens, such as nightly-sync.",
            "Schedules:bad:Enabled: 'perhaps' is neither true nor false.",
            "Schedules:bad:Cron: '61 * * * *' is no cron: Minute and Second values must be between 0 and 59.",
            "Schedules:bad:TimeZone: 'Mars/Phobos' is no time zone that this machine knows: expected an IANA name such as Europe/Berlin, or nothing for the policy's.",
            "Schedules:bad:Command: 'dance' is no command of a schedule: expected sync, or a digest that is sent, such as digest pipeline --send.",
            "Schedules:empty:Cron is missing: set it to a cron such as 0 7-19 * * 1-5 (minute hour day month weekday).",
        }));
    }

    [Test]
    public void A_name_may_have_60_characters_and_not_61()
    {
        Assert.That(Read(($"{new string('a', 60)}:Cron", "0 1 * * *")).All, Has.Count.EqualTo(1));
        Assert.That(() => Read(($"{new string('a', 61)}:Cron", "0 1 * * *")), Throws.TypeOf<CommandException>());
    }

    [Test]
    public void Settings_without_schedules_are_sound() => Assert.That(Read().All, Is.Empty);

    [Test]
    public void The_schedules_that_come_with_the_program_are_sound()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();

        Assert.That(ScheduleBook.Read(settings, TimeZoneInfo.Utc).All.Select(schedule => (schedule.Name, schedule.Enabled)), Is.EqualTo(new[]
        {
            ("deal-reviews", false), ("hourly-sync", true), ("monday-pre-read", false), ("nightly-sync", true), ("pov-queue", false), ("renewal-pre-read", false), ("weekly-reviews", false),
        }));
    }

    private static ScheduleBook Read(params (string Key, string Value)[] settings) => ScheduleBook.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create($"Schedules:{pair.Key}", (string?)pair.Value))).Build(),
        NewYork);
}
