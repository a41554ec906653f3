using System.Globalization;

namespace SalesRules.Journal.Tests.Database;

[OnEachDatabase]
public sealed class OpeningAJournalTests(DatabaseKind kind)
{
    private TestDatabase database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync() => database = await TestDatabase.CreateAsync(kind, empty: true);

    [TearDown]
    public async Task DropDatabaseAsync() => await database.DisposeAsync();

    [Test]
    public async Task Opening_it_a_second_time_finds_what_was_written_and_migrates_nothing()
    {
        await using (var first = await OpenAsync())
            await first.RememberPolicyAsync("sha256:1", "stages: []");

        await using (var second = await RunJournal.OpenAsync(database.ConnectionString, new FakeClock { Now = DateTimeOffset.UnixEpoch }))
            Assert.That(await second.PolicyAsync("sha256:1"), Is.EqualTo("stages: []"));
        Assert.That(await database.AskAsync("select min(applied_at) from schema_versions"), Is.EqualTo("2026-03-02T08:00:00.000Z"));
    }

    [Test]
    public async Task Several_that_open_an_empty_database_at_once_make_one_schema()
    {
        var journals = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(OpenAsync)));
        foreach (var journal in journals)
            await journal.DisposeAsync();
        Assert.That(Convert.ToInt32(await database.AskAsync("select max(version) from schema_versions"), CultureInfo.InvariantCulture), Is.EqualTo(RunJournal.NewestSchema));
    }

    [Test]
    public async Task A_newer_schema_is_refused()
    {
        await using (await OpenAsync())
            await database.AskAsync("insert into schema_versions (version, name, applied_at) values (999, '999_future', '')");
        var refusal = await Assert.ThrowsAsync<JournalException>(OpenAsync);
        Assert.That(refusal!.Message, Does.StartWith(
            $"The journal {database.Place} was written by a newer SalesRules: its schema is 999, this one knows {RunJournal.NewestSchema}. Install that version again, or name another "));
    }

    private Task<RunJournal> OpenAsync() => RunJournal.OpenAsync(database.ConnectionString, new FakeClock());
}
