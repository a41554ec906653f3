using Microsoft.Data.Sqlite;
using SalesRules.Journal.Database;
using SalesRules.Journal.Runs;

namespace SalesRules.Journal.Tests.Database;

/// <summary>What only a file can be or lack.</summary>
public sealed class SqliteJournalTests
{
    private string folder = "";

    private string File => Path.Combine(folder, "journal.db");

    [SetUp]
    public void MakeFolder() => folder = TestFolder.Create();

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Readers_and_the_writer_do_not_wait_for_each_other()
    {
        await using var journal = await OpenAsync();
        Assert.That(Ask("pragma journal_mode"), Is.EqualTo("wal"));
    }

    [Test]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));
        Assert.That(await SentenceAsync(), Does.StartWith($"{File} is no journal: it is not a SQLite database. Move it away"));
        Assert.That(System.IO.File.ReadAllText(File), Is.EqualTo(new string('x', 5000)));
    }

    [Test]
    public async Task A_damaged_file_is_refused()
    {
        await using (await OpenAsync())
        {
        }

        // The first page after the header holds the list of tables.
        await using (var file = System.IO.File.OpenWrite(File))
        {
            file.Position = 100;
            file.Write(Enumerable.Repeat((byte)0xEE, 3000).ToArray());
        }

        Assert.That(await SentenceAsync(), Does.StartWith($"The journal {File} is damaged. Restore it from a backup"));
    }

    [Test]
    public async Task The_database_of_another_program_is_refused()
    {
        Ask("create table qrtz_jobs (name text)");
        Assert.That(await SentenceAsync(), Is.EqualTo($"{File} is no journal: it is the database of another program. Name another file in Journal:ConnectionString."));
        Assert.That(Ask("select count(*) from sqlite_master"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_folder_that_does_not_exist_is_named()
    {
        var missing = Path.Combine(folder, "missing");
        Assert.That(
            await SentenceAsync($"Data Source={missing}/journal.db"),
            Is.EqualTo($"The journal {missing}/journal.db cannot be opened: the folder {missing} does not exist. Create it, or name another file in Journal:ConnectionString."));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(ReadOnlyFolder(), "journal.db");
        Assert.That(await SentenceAsync($"Data Source={file}"), Does.StartWith($"The journal {file} cannot be opened or created. Give this process's user read and write access"));
    }

    [TestCase("Datasource=journal.db;Password=hunter2;Keyword=unknown")]
    [TestCase("Data Source=")]
    [TestCase("Data Source=file:journal.db")]
    public async Task A_connection_string_that_names_no_file_is_explained_and_its_password_kept_back(string connectionString) =>
        Assert.That(
            await SentenceAsync(connectionString),
            Does.StartWith("Journal:ConnectionString is not understood (").And.Contain("Expected `Data Source=` and a path").And.Not.Contain("hunter2"));

    [Test]
    public async Task A_relative_path_starts_at_the_current_folder()
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), File);
        await using (await RunJournal.OpenAsync($"Data Source={relative}", new FakeClock()))
            Assert.That(File, Does.Exist);
    }

    [Test]
    public async Task A_journal_from_before_there_were_leases_is_brought_up_to_date_and_its_unfinished_run_interrupted()
    {
        Ask(Migration.In("Sqlite")[0].Sql);
        Ask("create table schema_versions (version integer not null primary key, name text not null, applied_at text not null); insert into schema_versions values (1, '001_journal', '2026-01-01')");
        Ask($"insert into runs (org_id, run_id, kind, status, policy_hash, as_of, session, started_at) values ('{JournalBench.Org}', 'old', 'sync', 'running', 'p', '2026-03-01', 's', '2026-03-01T08:00:00.000Z')");

        await using var journal = await OpenAsync();
        await using var lease = await journal.AcquireLeaseAsync(JournalBench.Org, TimeSpan.FromMinutes(1));
        await journal.StartRunAsync(new RunStart { OrgId = JournalBench.Org, Kind = RunKind.Sync, PolicyHash = "p", AsOf = new DateOnly(2026, 3, 2) }, lease);

        Assert.That((await journal.RunAsync(RunId.Parse("old")))!.Status, Is.EqualTo(RunStatus.Interrupted));
        Assert.That(Ask("select max(version) from schema_versions"), Is.EqualTo(RunJournal.NewestSchema));
    }

    [Test]
    public async Task In_memory_a_journal_lives_as_long_as_it_is_open_and_shares_with_no_other()
    {
        await using var one = await RunJournal.OpenAsync("Data Source=:memory:", new FakeClock());
        await using var other = await RunJournal.OpenAsync("Data Source=:memory:", new FakeClock());
        await using var lease = await one.AcquireLeaseAsync(JournalBench.Org, TimeSpan.FromMinutes(1));
        var run = await one.StartRunAsync(new RunStart { OrgId = JournalBench.Org, Kind = RunKind.Demo, PolicyHash = "p", AsOf = new DateOnly(2026, 3, 2) }, lease);
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await one.RunAsync(run), Is.Not.Null);
            Assert.That(await other.RunAsync(run), Is.Null);
        });
    }

    private Task<RunJournal> OpenAsync() => RunJournal.OpenAsync($"Data Source={File}", new FakeClock());

    private async Task<string> SentenceAsync(string? connectionString = null) =>
        (await Assert.ThrowsAsync<JournalException>(() => RunJournal.OpenAsync(connectionString ?? $"Data Source={File}", new FakeClock())))!.Message;

    /// <summary>A folder that this user cannot write; root may write everywhere but in what the kernel shows as files.</summary>
    private string ReadOnlyFolder()
    {
        if (!OperatingSystem.IsLinux() || Environment.IsPrivilegedProcess)
            return "/proc";
        var locked = Directory.CreateDirectory(Path.Combine(folder, "locked")).FullName;
        System.IO.File.SetUnixFileMode(locked, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return locked;
    }

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
