using SalesRules.Host.Commands;

namespace SalesRules.Host.Tests.Commands;

internal sealed class SetCommandTests
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 3, 27, 12, 0, 0, TimeSpan.Zero));

    private TemporaryFolder folder = null!;
    private string settings = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        settings = SandboxSettingsFile.Write(folder, ("Schedules:berlin:Cron", "0 1 * * *"));
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task A_schedule_is_changed_and_its_next_times_are_shown()
    {
        var run = await SetAsync("Berlin", "--cron", "30 2 * * *", "--time-zone", "Europe/Berlin");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        Assert.That(run.Output.TrimEnd(), Is.EqualTo(string.Join(Environment.NewLine,
            "berlin: sync, enabled",
            "  30 2 * * * (every day at 02:30) in Europe/Berlin",
            "  next Sat 2026-03-28 02:30:00 +01:00 = 2026-03-28T01:30:00Z",
            "  next Sun 2026-03-29 03:00:00 +02:00 = 2026-03-29T01:00:00Z",
            "  next Mon 2026-03-30 02:30:00 +02:00 = 2026-03-30T00:30:00Z")));
        Assert.That(run.Errors, Does.Contain("A worker that runs goes on by the old words until it is started again."));
        Assert.That((await CommandRun.OfAsync(Clock, "schedule", "list", "--config", settings)).Output, Does.StartWith(run.Output.TrimEnd()));
    }

    [Test]
    public async Task A_new_schedule_is_added_and_one_is_disabled()
    {
        Assert.That((await SetAsync("weekly", "--cron", "0 6 * * 1")).Output, Does.StartWith("weekly: sync, enabled"));
        Assert.That((await SetAsync("berlin", "--enabled", "false")).Output, Does.StartWith("berlin: sync, disabled"));
        Assert.That((await CommandRun.OfAsync(Clock, "schedule", "list", "--config", settings)).Output, Does.Contain("weekly: sync, enabled").And.Contain("berlin: sync, disabled"));
    }

    [TestCase(new[] { "berlin", "--cron", "99 * * * *" }, "Schedules:berlin:Cron: '99 * * * *' is no cron: ")]
    [TestCase(new[] { "berlin", "--time-zone", "Mars/Phobos" }, "Schedules:berlin:TimeZone: 'Mars/Phobos' is no time zone")]
    [TestCase(new[] { "weekly", "--enabled", "true" }, "Schedules:weekly:Cron is missing")]
    [TestCase(new[] { "week_ly", "--cron", "0 6 * * 1" }, "'week_ly' cannot be a schedule's name")]
    [TestCase(new[] { "berlin" }, "Nothing to set: give --cron, --time-zone or --enabled.")]
    public async Task What_cannot_be_is_told_and_the_file_stays_as_it_is(string[] args, string sentence)
    {
        var before = await File.ReadAllTextAsync(settings);
        var run = await SetAsync(args);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain(sentence));
        Assert.That(await File.ReadAllTextAsync(settings), Is.EqualTo(before));
    }

    [Test]
    public async Task A_value_of_the_environment_is_not_hidden_by_one_of_the_file()
    {
        Environment.SetEnvironmentVariable("SALESRULES__Schedules__berlin__Cron", "0 5 * * *");
        try
        {
            var run = await SetAsync("berlin", "--cron", "0 6 * * *");
            Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
            Assert.That(run.Errors, Does.Contain("Schedules:berlin:Cron comes from the environment variable SALESRULES__Schedules__berlin__Cron, which goes before every file: change it there."));
        }
        finally
        {
            Environment.SetEnvironmentVariable("SALESRULES__Schedules__berlin__Cron", null);
        }
    }

    private Task<CommandRun> SetAsync(params string[] args) => CommandRun.OfAsync(Clock, ["schedule", "set", .. args, "--config", settings]);
}
