using Dapper;
using Npgsql;
using SalesRules.Journal.Database.Postgres;

namespace SalesRules.Journal.Tests.Database;

/// <summary>What only a server can be, lack or refuse.</summary>
public sealed class PostgresJournalTests
{
    private TestDatabase database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync() => database = await TestDatabase.CreateAsync(DatabaseKind.Postgres, empty: true);

    [TearDown]
    public async Task DropDatabaseAsync() => await database.DisposeAsync();

    [Test]
    public async Task It_lives_in_a_schema_of_its_own_and_leaves_the_others_alone()
    {
        await database.AskAsync("create table public.runs (name text)");
        await using (await OpenAsync())
        {
        }

        Assert.That(await database.AskAsync("select count(*) from pg_tables where schemaname = 'public'"), Is.EqualTo(1));
        Assert.That(await database.AskAsync("select count(*) from pg_tables where schemaname = 'salesrules' and tablename = 'runs'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_schema_of_another_program_is_refused()
    {
        await database.AskAsync("create schema salesrules; create table salesrules.songs (title text)");
        Assert.That(await SentenceAsync(database.ConnectionString), Is.EqualTo(
            $"{database.Place} holds no journal: its schema salesrules is another program's. Name another database in Journal:ConnectionString."));
    }

    [Test]
    public async Task A_database_that_is_not_there_is_named_with_what_to_do()
    {
        var missing = database.ConnectionString.Replace("Database=test_", "Database=missing_", StringComparison.Ordinal);
        Assert.That(await SentenceAsync(missing), Does.Match("^The server .+:5432 has no database missing_[0-9a-f]+ for the journal\\. Create it \\(create database missing_"));
    }

    [Test]
    public async Task A_database_that_lets_nobody_in_does_not_answer_and_does_again_when_it_is_back()
    {
        await using var journal = await OpenAsync();
        await database.CutOffAsync();
        var problem = await Assert.ThrowsAsync<JournalException>(() => journal.RunsAsync(JournalBench.Org, 1));
        Assert.That(problem!.Message, Does.StartWith($"The server of the journal {database.Place} does not answer ("));

        await database.LetInAsync();
        Assert.That(await journal.RunsAsync(JournalBench.Org, 1), Is.Empty);
    }

    [TestCase("Host=127.0.0.1;Port=1;Database=journal;Username=me;Password=hunter2")]
    [TestCase("Host=/nowhere;Database=journal;Username=me;Password=hunter2")]
    [TestCase("Host=no-such-host.invalid;Database=journal;Username=me;Password=hunter2")]
    public async Task A_server_that_does_not_answer_is_named_and_the_password_kept_back(string connectionString) =>
        Assert.That(
            await SentenceAsync(connectionString),
            Does.Match("^The server of the journal postgresql://.+/journal does not answer \\(.+\\)\\. See that PostgreSQL runs there").And.Not.Contain("hunter2"));

    [TestCase("Host=db;Password=hunter2", "it names no database")]
    [TestCase("Host=;Database=journal;Password=hunter2", "it names no single host")]
    [TestCase("Host=a,b;Database=journal;Password=hunter2", "it names no single host")]
    [TestCase("Host=db;Database=journal;Password=x;hunter2=y", "a keyword or a value of it is unknown")]
    [TestCase("Host=db;Database=journal;Port=hunter2", "a keyword or a value of it is unknown")]
    public async Task A_connection_string_that_is_not_understood_is_explained_and_no_part_of_it_quoted(string connectionString, string why) =>
        Assert.That(
            await SentenceAsync(connectionString),
            Does.StartWith($"Journal:ConnectionString is not understood ({why}). Expected for PostgreSQL `Host=").And.Not.Contain("hunter2"));

    [Test]
    public async Task A_user_that_the_server_does_not_know_is_refused() =>
        Assert.That(
            await SentenceAsync(database.ConnectionString.Replace("Username=salesrules", "Username=stranger", StringComparison.Ordinal)),
            Does.StartWith($"The server of the journal {database.Place} does not let the user stranger in ("));

    [Test]
    public async Task A_user_without_the_right_to_make_the_schema_is_told_what_an_administrator_has_to_run()
    {
        var sentence = await SentenceAsync(await AsPlainUserAsync());
        Assert.That(sentence, Does.StartWith("The user plain_").And.Contain("Let an administrator of the database run: create schema salesrules authorization \"plain_"));
    }

    [Test]
    public async Task A_user_that_was_given_the_schema_needs_no_right_on_the_database()
    {
        var connectionString = await AsPlainUserAsync();
        await database.AskAsync($"create schema salesrules authorization {new NpgsqlConnectionStringBuilder(connectionString).Username}");
        await using var journal = await RunJournal.OpenAsync(connectionString, new FakeClock());
        Assert.That(await journal.RunsAsync(JournalBench.Org, 1), Is.Empty);
    }

    [Test]
    public async Task A_read_only_database_can_be_read_and_writing_to_it_is_explained()
    {
        await using (await OpenAsync())
        {
        }

        await database.AskAsync($"alter database {new NpgsqlConnectionStringBuilder(database.ConnectionString).Database} set default_transaction_read_only = on");
        await using var journal = await OpenAsync();
        Assert.That(await journal.RunsAsync(JournalBench.Org, 1), Is.Empty);
        var refusal = await Assert.ThrowsAsync<JournalException>(() => journal.RememberPolicyAsync("sha256:1", "a: 1"));
        Assert.That(refusal!.Message, Does.StartWith($"The journal {database.Place} is read-only: the server is a standby"));
    }

    [Test]
    public async Task A_writer_that_stands_still_in_the_middle_of_a_write_is_ended_by_the_server()
    {
        await using var dialect = new PostgresDialect(PostgresLocation.Parse(database.ConnectionString));
        await using var connection = await dialect.ConnectAsync(default);
        await using var transaction = await dialect.BeginAsync(connection, writes: true, default);
        Assert.That(await connection.ExecuteScalarAsync<string>("select current_setting('idle_in_transaction_session_timeout')", transaction: transaction), Is.EqualTo("15s"));
    }

    [TestCase(14, 18, false)]
    [TestCase(15, 0, true)]
    [TestCase(18, 1, true)]
    public void A_server_before_15_is_refused(int major, int minor, bool isTaken)
    {
        void Demand() => PostgresServer.DemandVersion(new Version(major, minor), PostgresLocation.Parse("Host=db;Database=journal;Password=hunter2"));
        if (isTaken)
            Assert.DoesNotThrow(Demand);
        else
            Assert.That(Assert.Throws<JournalException>(Demand)!.Message, Is.EqualTo(
                $"The server of the journal postgresql://db:5432/journal is PostgreSQL {major}.{minor}: expected 15 or newer. Upgrade the server, or name another one in Journal:ConnectionString."));
    }

    [TestCase("28P01", "refuses the password of the user me")]
    [TestCase("53100", "The disk of the server is full")]
    [TestCase("53300", "takes no more connections")]
    [TestCase("57P01", "does not answer (said by the server)")]
    [TestCase("57P03", "does not answer (said by the server)")]
    [TestCase("25P03", "stood still in the middle of a write")]
    [TestCase("55P03", "stayed locked by another session")]
    [TestCase("58030", "is damaged, or its disk failed (said by the server)")]
    [TestCase("23505", null)]
    public void What_a_server_refuses_becomes_a_sentence_where_an_operator_can_act_and_stays_a_bug_where_not(string state, string? sentence)
    {
        var location = PostgresLocation.Parse("Host=db;Database=journal;Username=me;Password=hunter2");
        var explained = PostgresFailure.Explain(new PostgresException("said by the server", "ERROR", "ERROR", state), location);
        Assert.That(explained?.Message, sentence is null ? Is.Null : Does.Contain(sentence).And.Contain("postgresql://db:5432/journal").And.Not.Contain("hunter2"));
    }

    /// <summary>A user who may connect and nothing else.</summary>
    private async Task<string> AsPlainUserAsync()
    {
        var user = $"plain_{Guid.NewGuid():N}"[..20];
        await database.AskAsync($"create role {user} login");
        return database.ConnectionString.Replace("Username=salesrules", $"Username={user}", StringComparison.Ordinal);
    }

    private Task<RunJournal> OpenAsync() => RunJournal.OpenAsync(database.ConnectionString, new FakeClock());

    private static async Task<string> SentenceAsync(string connectionString) =>
        (await Assert.ThrowsAsync<JournalException>(() => RunJournal.OpenAsync(connectionString, new FakeClock())))!.Message;
}
