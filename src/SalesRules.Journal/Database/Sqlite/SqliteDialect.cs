using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SalesRules.Journal.Database.Sqlite;

/// <summary>A journal in a SQLite file or in memory.</summary>
internal sealed class SqliteDialect(SqliteLocation location, TimeProvider clock) : IDialect
{
    /// <summary>Kept in the file: readers and the one writer do not wait for each other.</summary>
    private const string OnceAFile = "pragma journal_mode = wal";

    /// <summary>
    /// For every connection. A commit is on the disk when it returns, power failure included: "sending" must be known to have
    /// been said before the first byte goes out.
    /// </summary>
    private const string OnEveryConnection = "pragma busy_timeout = 5000; pragma synchronous = full";

    private static readonly IReadOnlyList<Migration> Steps = Migration.In("Sqlite");

    /// <summary>A database in memory lives as long as a connection to it is open.</summary>
    private readonly SqliteConnection? keepAlive = location.File is null ? new SqliteConnection(location.ConnectionString) : null;

    public static int NewestSchema => Steps[^1].Version;

    public string Place => location.Name;

    public string NameAnother => "name another file in Journal:ConnectionString";

    public string Stranger => $"{Place} is no journal: it is the database of another program. Name another file in Journal:ConnectionString.";

    public IReadOnlyList<Migration> Migrations => Steps;

    public string Tables => "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";

    /// <summary>Nothing: a transaction that writes holds the whole file.</summary>
    public string HoldLease => "";

    public string Hold(string alias, bool passOver = false) => "";

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        location.DemandFolder();
        if (keepAlive is not null)
            await keepAlive.OpenAsync(cancellationToken);
        await using var connection = await ConnectAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(OnceAFile, cancellationToken: cancellationToken));
    }

    public async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(location.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(OnEveryConnection, cancellationToken: cancellationToken));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A transaction that writes holds the write lock from its start (BEGIN IMMEDIATE).</summary>
    public Task<DbTransaction> BeginAsync(DbConnection connection, bool writes, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: !writes));

    public Task LockSchemaAsync(JournalSession session) => Task.CompletedTask;

    /// <summary>Whoever opens the file is on this machine.</summary>
    public Task<DateTimeOffset> NowAsync(JournalSession session) => Task.FromResult(clock.GetUtcNow());

    public string Translate(string sql) => sql.Replace("in (@ids)", "in (select value from json_each(@ids))", StringComparison.Ordinal);

    public SqlMapper.ICustomQueryParameter List(IEnumerable<string> values) => new JsonList(JsonSerializer.Serialize(values));

    /// <summary>The statement is prepared once; SQLite runs in this process, so that a statement a row is no round trip.</summary>
    public Task ExecuteManyAsync<T>(DbTransaction transaction, string sql, IReadOnlyCollection<T> rows, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(Translate(sql), rows, transaction, cancellationToken: cancellationToken));

    public JournalException? Explain(Exception problem) => problem is SqliteException sqlite ? SqliteFailure.Explain(sqlite, location) : null;

    public async ValueTask DisposeAsync()
    {
        if (keepAlive is not null)
            await keepAlive.DisposeAsync();
        // Pooled connections would keep the file open after the journal is closed.
        using var pool = new SqliteConnection(location.ConnectionString);
        SqliteConnection.ClearPool(pool);
    }

    private sealed class JsonList(string json) : SqlMapper.ICustomQueryParameter
    {
        public void AddParameter(IDbCommand command, string name) => ((SqliteCommand)command).Parameters.AddWithValue(name, json);
    }
}
