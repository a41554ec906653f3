using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Journal;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Tests.Commands;

/// <summary><c>schedule history</c> and the last slot of <c>schedule list</c>, over a journal that holds some slots.</summary>
internal sealed class HistoryCommandTests
{
    private readonly MovingClock clock = new();
    private TemporaryFolder folder = null!;
    private string settings = null!;

    /// <summary>Two slots in Berlin: one caught up, one that ran; the next is due an hour later.</summary>
    [SetUp]
    public async Task KeepALedgerAsync()
    {
        folder = new TemporaryFolder();
        settings = SandboxSettingsFile.Write(folder, ("Schedules:berlin:Cron", "0 * * * *"), ("Schedules:berlin:TimeZone", "Europe/Berlin"));
        clock.Now = new DateTimeOffset(2026, 3, 2, 7, 30, 0, TimeSpan.Zero);
        await using var journal = await RunJournal.OpenAsync($"Data Source={folder.File("journal.db")}", clock);
        await journal.SetTermsAsync([new ScheduleTerms("berlin", "0 * * * *", "Europe/Berlin", clock.Now)], [], clock.Now);
        var eight = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        clock.Now = eight.AddHours(1.5);
        await using var lease = await journal.AcquireScheduleAsync("berlin", TimeSpan.FromMinutes(1));
        await journal.TakeSlotsAsync(lease, [new DueSlot(eight, SlotState.CatchingUp), new DueSlot(eight.AddHours(1), SlotState.Running)]);
        await journal.EndSlotsAsync(
            lease, new SlotEnd(SlotState.Ran, "complete", "20 opportunities read."), new SlotEnd(SlotState.CaughtUp, "complete", "Caught up.", CaughtUpBy: eight.AddHours(1)));
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task It_shows_a_line_a_slot_in_the_schedules_zone()
    {
        var run = await RunAsync("history", "Berlin");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        Assert.That(run.Output.TrimEnd(), Is.EqualTo(string.Join(Environment.NewLine,
            "Mon 2026-03-02 09:00:00 +01:00  caught up   complete: Caught up.",
            "Mon 2026-03-02 10:00:00 +01:00  ran         complete, 0.00:30 late: 20 opportunities read.")));
    }

    [Test]
    public async Task As_JSON_it_says_the_same()
    {
        using var json = JsonDocument.Parse((await RunAsync("history", "berlin", "--json")).Output);

        var first = json.RootElement[0];
        Assert.That(
            (first.GetProperty("dueAt").GetString(), first.GetProperty("state").GetString(), first.GetProperty("caughtUpBy").GetString(), first.GetProperty("endedAt").GetString()),
            Is.EqualTo(("2026-03-02T08:00:00Z", "caught-up", "2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z")));
        Assert.That(json.RootElement.GetArrayLength(), Is.EqualTo(2));
    }

    [TestCase("2026-03-02", 2)]
    [TestCase("2026-03-03", 0)]
    public async Task Since_names_the_first_day(string day, int slots)
    {
        using var json = JsonDocument.Parse((await RunAsync("history", "berlin", "--since", day, "--json")).Output);
        Assert.That(json.RootElement.GetArrayLength(), Is.EqualTo(slots));
    }

    [Test]
    public async Task A_schedule_that_the_settings_no_longer_have_keeps_its_history()
    {
        SandboxSettingsFile.Write(folder);
        Assert.That((await RunAsync("history", "berlin")).Output, Does.Contain("ran         complete"));
    }

    [Test]
    public async Task An_unknown_name_and_no_day_are_told()
    {
        Assert.That((await RunAsync("history", "weekly")).Errors, Does.Contain("There is no schedule weekly: the settings have berlin, deal-reviews, hourly-sync, monday-pre-read, nightly-sync, pov-queue, renewal-pre-read, weekly-reviews."));
        Assert.That((await RunAsync("history", "berlin", "--since", "March")).Errors, Does.Contain("--since: 'March' is not a date such as 2026-03-02."));
    }

    [Test]
    public async Task The_list_shows_the_last_slot_and_what_is_missing()
    {
        Assert.That((await RunAsync("list")).Output, Does.Contain("  last Mon 2026-03-02 10:00:00 +01:00 = 2026-03-02T09:00:00Z: ran (complete). 20 opportunities read.").And.Not.Contain("MISSING"));

        clock.Now = new DateTimeOffset(2026, 3, 2, 10, 15, 0, TimeSpan.Zero);
        Assert.That((await RunAsync("list")).Output, Does.Contain("  MISSING: The schedule berlin was due at 2026-03-02 10:00:00 UTC and has neither run nor been skipped."));
        using var json = JsonDocument.Parse((await RunAsync("list", "--json")).Output);
        Assert.That((json.RootElement[0].GetProperty("last").GetProperty("state").GetString(), json.RootElement[0].GetProperty("missing").GetString()), Is.EqualTo(("ran", "The schedule berlin was due at 2026-03-02 10:00:00 UTC and has neither run nor been skipped.")));
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync(clock, ["schedule", .. args, "--config", settings]);
}
