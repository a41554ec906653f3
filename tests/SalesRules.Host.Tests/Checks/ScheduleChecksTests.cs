using Microsoft.Extensions.Configuration;
using SalesRules.Host.Checks;
using SalesRules.Journal;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Tests.Checks;

internal sealed class ScheduleChecksTests
{
    private readonly MovingClock clock = new() { Now = new DateTimeOffset(2026, 3, 2, 8, 30, 0, TimeSpan.Zero) };
    private TestDatabase database = null!;
    private RunJournal journal = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        journal = await RunJournal.OpenAsync(database.ConnectionString, clock);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await journal.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task A_missing_run_fails_with_schedule_slot_and_what_to_do()
    {
        await journal.SetTermsAsync([new ScheduleTerms("nightly-sync", "0 * * * *", "UTC", clock.Now)], [], clock.Now);
        clock.Advance(TimeSpan.FromMinutes(45) - TimeSpan.FromMilliseconds(1));
        Assert.That(await CheckAsync(), Is.EqualTo(new CheckResult(CheckNames.MissingRuns, CheckStatus.Passed, "No slot is more than a quarter of an hour late.", null)));

        clock.Advance(TimeSpan.FromMilliseconds(1));
        var failed = await CheckAsync();
        Assert.That((failed.Status, failed.Detail), Is.EqualTo((CheckStatus.Failed, "The schedule nightly-sync was due at 2026-03-02 09:00:00 UTC and has neither run nor been skipped.")));
        Assert.That(failed.Fix, Does.StartWith("See that a worker runs and reaches the journal"));
    }

    [Test]
    public async Task Without_a_worker_so_far_nothing_is_missing() =>
        Assert.That((await CheckAsync()).Detail, Is.EqualTo("No worker has run schedules on this journal yet."));

    [Test]
    public async Task A_journal_that_is_not_there_is_not_made()
    {
        using var folder = new TemporaryFolder();
        Assert.That((await CheckAsync($"Data Source={folder.File("none.db")}")).Detail, Is.EqualTo("No worker has run schedules on this journal yet."));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [Test]
    public async Task An_older_journal_is_left_as_it_is()
    {
        await database.AskAsync($"delete from schema_versions where version = {RunJournal.NewestSchema}");

        Assert.That((await CheckAsync()).Detail, Is.EqualTo("no worker of this version has used the journal yet"));
    }

    private async Task<CheckResult> CheckAsync(string? connectionString = null)
    {
        var list = new CheckList();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Journal:ConnectionString", (string?)(connectionString ?? database.ConnectionString))]).Build();
        await new ScheduleChecks(list, clock).RunAsync(settings, default);
        return list.Results.Single();
    }
}
