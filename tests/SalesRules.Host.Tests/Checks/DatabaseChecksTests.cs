using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using SalesRules.Host.Checks;
using SalesRules.Journal;

namespace SalesRules.Host.Tests.Checks;

internal sealed class DatabaseChecksTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task A_journal_that_is_there_passes_with_its_schema()
    {
        await (await RunJournal.OpenAsync($"Data Source={folder.File("journal.db")}", TimeProvider.System)).DisposeAsync();

        Assert.That(await DatabaseAsync(folder.File("journal.db")), Is.EqualTo((CheckStatus.Passed, $"{folder.File("journal.db")}, schema {RunJournal.NewestSchema}.")));
    }

    [Test]
    public async Task A_journal_of_a_newer_program_fails()
    {
        await (await RunJournal.OpenAsync($"Data Source={folder.File("journal.db")}", TimeProvider.System)).DisposeAsync();
        Execute("insert into schema_versions (version, name, applied_at) values (999, 'later', '2030-01-01')");

        Assert.That(await DatabaseAsync(folder.File("journal.db")), Is.EqualTo((CheckStatus.Failed, $"{folder.File("journal.db")} was written by a newer SalesRules: its schema is 999, this one knows {RunJournal.NewestSchema}.")));
    }

    [Test]
    public async Task The_database_of_another_program_fails()
    {
        Execute("create table songs (title text)");

        Assert.That(await DatabaseAsync(folder.File("journal.db")), Is.EqualTo((CheckStatus.Failed, $"{folder.File("journal.db")} is the database of another program.")));
    }

    [Test]
    public async Task A_file_that_is_no_database_fails()
    {
        var (status, detail) = await DatabaseAsync(folder.Write("journal.db", new string('x', 5_000)));

        Assert.That(status, Is.EqualTo(CheckStatus.Failed));
        Assert.That(detail, Does.Contain("cannot be read as a journal"));
    }

    [Test]
    public async Task Where_there_is_no_journal_yet_none_is_made()
    {
        Assert.That(await DatabaseAsync(folder.File("journal.db")), Is.EqualTo((CheckStatus.Passed, $"There is no journal yet; the first run makes {folder.File("journal.db")}.")));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [Test]
    public async Task A_folder_that_is_not_there_fails()
    {
        var (status, detail) = await DatabaseAsync(folder.File("nowhere/journal.db"));

        Assert.That(status, Is.EqualTo(CheckStatus.Failed));
        Assert.That(detail, Does.Contain($"there is no folder {folder.File("nowhere")}"));
    }

    [Test]
    public async Task A_journal_in_memory_is_warned_of() =>
        Assert.That((await DatabaseAsync(":memory:")).Status, Is.EqualTo(CheckStatus.Warning));

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File("journal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task<(CheckStatus Status, string Detail)> DatabaseAsync(string file)
    {
        var list = new CheckList();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Journal:ConnectionString", (string?)$"Data Source={file}")]).Build();
        await new DatabaseChecks(list).RunAsync(settings, default);
        var result = list.Results.Single(result => result.Name == "database");
        return (result.Status, result.Detail);
    }
}
