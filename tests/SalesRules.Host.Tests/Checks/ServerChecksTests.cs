using Microsoft.Extensions.Configuration;
using Npgsql;
using SalesRules.Host.Checks;
using SalesRules.Journal;

namespace SalesRules.Host.Tests.Checks;

/// <summary>What `doctor` says of a journal on a PostgreSQL server.</summary>
internal sealed class ServerChecksTests
{
    private TestDatabase database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync() => database = await TestDatabase.CreateAsync(DatabaseKind.Postgres, empty: true);

    [TearDown]
    public async Task DropDatabaseAsync() => await database.DisposeAsync();

    [Test]
    public async Task A_journal_that_is_there_passes_with_its_schema()
    {
        await OpenAsync();
        var (status, detail) = await CheckAsync();
        Assert.That(status, Is.EqualTo(CheckStatus.Passed));
        Assert.That(detail, Does.StartWith($"{database.Place} (PostgreSQL ").And.EndsWith($"), schema {RunJournal.NewestSchema}."));
    }

    [Test]
    public async Task Where_there_is_no_journal_yet_none_is_made()
    {
        Assert.That((await CheckAsync()).Detail, Does.StartWith($"There is no journal yet; the first run makes it in {database.Place} (PostgreSQL "));
        Assert.That(await database.AskAsync("select count(*) from pg_namespace where nspname = 'salesrules'"), Is.Zero);
    }

    [Test]
    public async Task A_journal_of_a_newer_program_fails()
    {
        await OpenAsync();
        await database.AskAsync("insert into schema_versions (version, name, applied_at) values (999, 'later', '2030-01-01')");
        Assert.That(await CheckAsync(), Is.EqualTo((CheckStatus.Failed, $"{database.Place} was written by a newer SalesRules: its schema is 999, this one knows {RunJournal.NewestSchema}.")));
    }

    [Test]
    public async Task A_schema_of_another_program_fails()
    {
        await database.AskAsync("create schema salesrules; create table salesrules.songs (title text)");
        Assert.That(await CheckAsync(), Is.EqualTo((CheckStatus.Failed, $"The schema salesrules of {database.Place} is another program's.")));
    }

    [Test]
    public async Task A_read_only_server_fails()
    {
        await OpenAsync();
        await database.AskAsync($"alter database {Builder.Database} set default_transaction_read_only = on");
        Assert.That(await CheckAsync(), Is.EqualTo((CheckStatus.Failed, $"{database.Place} can be read and not written: a standby, or set to read-only.")));
    }

    [Test]
    public async Task A_user_without_rights_fails_with_what_an_administrator_has_to_run()
    {
        var user = $"plain_{Guid.NewGuid():N}"[..20];
        await database.AskAsync($"create role {user} login");
        var list = await ListAsync(database.ConnectionString.Replace("Username=salesrules", $"Username={user}", StringComparison.Ordinal));
        Assert.That(list.Failures.Single().Fix, Is.EqualTo($"Let an administrator run: create schema salesrules authorization \"{user}\"; create schema quartz authorization \"{user}\"."));
    }

    [Test]
    public async Task A_server_that_does_not_answer_fails_and_the_password_is_kept_back()
    {
        var list = await ListAsync("Host=127.0.0.1;Port=1;Database=journal;Username=me;Password=hunter2");
        Assert.That(list.Failures.Single().Detail, Does.StartWith("The server of the journal postgresql://127.0.0.1:1/journal does not answer (").And.Not.Contain("hunter2"));
        Assert.That(list.Results.Single(result => result.Name == "disk").Status, Is.EqualTo(CheckStatus.Skipped));
    }

    private NpgsqlConnectionStringBuilder Builder => new(database.ConnectionString);

    private async Task OpenAsync() => await (await RunJournal.OpenAsync(database.ConnectionString, TimeProvider.System)).DisposeAsync();

    private async Task<(CheckStatus Status, string Detail)> CheckAsync()
    {
        var result = (await ListAsync(database.ConnectionString)).Results.Single(result => result.Name == "database");
        return (result.Status, result.Detail);
    }

    private static async Task<CheckList> ListAsync(string connectionString)
    {
        var list = new CheckList();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Journal:ConnectionString", (string?)connectionString)]).Build();
        await new DatabaseChecks(list).RunAsync(settings, default);
        return list;
    }
}
