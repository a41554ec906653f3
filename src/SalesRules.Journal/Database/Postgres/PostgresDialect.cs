using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace SalesRules.Journal.Database.Postgres;

/// <summary>A journal in a schema of its own of a PostgreSQL database, which several nodes may share.</summary>
internal sealed class PostgresDialect(PostgresLocation location) : IDialect
{
    /// <summary>
    /// A process that is paused in the middle of a write holds its org's lease row; the server ends such a session, so that another
    /// node can take over. Between two statements of ours there is never more than a moment.
    /// </summary>
    private const string EndWhenPaused = "set local idle_in_transaction_session_timeout = '15s'";

    private static readonly IReadOnlyList<Migration> Steps = Migration.In("Postgres");

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(location.ConnectionString);

    public static int NewestSchema => Steps[^1].Version;

    public string Place => location.Name;

    public string NameAnother => "name another database in Journal:ConnectionString";

    public string Stranger => $"{Place} holds no journal: its schema {PostgresLocation.Schema} is another program's. Name another database in Journal:ConnectionString.";

    public IReadOnlyList<Migration> Migrations => Steps;

    public string Tables => $"select tablename from pg_catalog.pg_tables where schemaname = '{PostgresLocation.Schema}'";

    public string HoldLease => Hold("l");

    public string Hold(string alias, bool passOver = false) => $" for update of {alias}{(passOver ? " skip locked" : "")}";

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        PostgresServer.DemandVersion(connection.PostgreSqlVersion, location);
    }

    public async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken) => await source.OpenConnectionAsync(cancellationToken);

    /// <summary>A write reads what others have committed; that no other writes for the same org is the lease's part.</summary>
    public async Task<DbTransaction> BeginAsync(DbConnection connection, bool writes, CancellationToken cancellationToken)
    {
        if (!writes)
            return await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(EndWhenPaused, transaction: transaction, cancellationToken: cancellationToken));
        return transaction;
    }

    public async Task LockSchemaAsync(JournalSession session)
    {
        await session.ExecuteAsync(PostgresServer.TakeSchemaLock);

        // Looked for first: "if not exists" asks for the right to create even where the schema is there.
        if (await session.FindAsync<string>("select nspname from pg_catalog.pg_namespace where nspname = @schema", new { schema = PostgresLocation.Schema }) is null)
            await session.ExecuteAsync($"create schema {PostgresLocation.Schema}");
    }

    public async Task<DateTimeOffset> NowAsync(JournalSession session) =>
        new(await session.FindAsync<DateTime>("select clock_timestamp() at time zone 'utc'"), TimeSpan.Zero);

    public string Translate(string sql) => sql.Replace("in (@ids)", "= any(@ids)", StringComparison.Ordinal);

    public SqlMapper.ICustomQueryParameter List(IEnumerable<string> values) => new TextArray([.. values]);

    public Task ExecuteManyAsync<T>(DbTransaction transaction, string sql, IReadOnlyCollection<T> rows, CancellationToken cancellationToken) =>
        RowStatement.Of(Translate(sql), typeof(T)).ExecuteAsync((NpgsqlTransaction)transaction, rows, cancellationToken);

    public JournalException? Explain(Exception problem) => PostgresFailure.Explain(problem, location);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private sealed class TextArray(string[] values) : SqlMapper.ICustomQueryParameter
    {
        public void AddParameter(IDbCommand command, string name) => command.Parameters.Add(new NpgsqlParameter<string[]>(name, values));
    }
}
