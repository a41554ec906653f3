using Dapper;
using Microsoft.Data.Sqlite;

namespace SalesRules.Journal.Database;

/// <summary>Connections to the journal, a transaction for every piece of work, and SQLite's errors as sentences.</summary>
internal sealed class JournalDatabase : IAsyncDisposable
{
    private readonly JournalLocation location;

    /// <summary>A database in memory lives as long as a connection to it is open.</summary>
    private readonly SqliteConnection? keepAlive;

    static JournalDatabase() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private JournalDatabase(JournalLocation location)
    {
        this.location = location;
        keepAlive = location.File is null ? new SqliteConnection(location.ConnectionString) : null;
    }

    /// <summary>Opens or creates the journal and brings its schema up to date.</summary>
    /// <exception cref="JournalException">It cannot be opened, is none of ours, or is newer than this program.</exception>
    public static async Task<JournalDatabase> OpenAsync(JournalLocation location, TimeProvider clock, CancellationToken cancellationToken)
    {
        location.DemandFolder();
        var database = new JournalDatabase(location);
        try
        {
            await database.PrepareAsync(cancellationToken);
            await new SchemaMigrator(database, location.Name, clock).BringUpToDateAsync(cancellationToken);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads in one transaction: several queries see one state.</summary>
    public Task<T> ReadAsync<T>(Func<JournalSession, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(work, deferred: true, cancellationToken);

    /// <summary>Writes in one transaction that holds the write lock from its start (BEGIN IMMEDIATE): all of it stays, or nothing.</summary>
    public Task<T> WriteAsync<T>(Func<JournalSession, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(work, deferred: false, cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<JournalSession, Task> work, CancellationToken cancellationToken) =>
        WriteAsync<object?>(
            async session =>
            {
                await work(session);
                return null;
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (keepAlive is not null)
            await keepAlive.DisposeAsync();
        // Pooled connections would keep the file open after the journal is closed.
        using var pool = new SqliteConnection(location.ConnectionString);
        SqliteConnection.ClearPool(pool);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (keepAlive is not null)
            await keepAlive.OpenAsync(cancellationToken);
        await ExplainedAsync(async () =>
        {
            await using var connection = await ConnectAsync(cancellationToken);
            return await connection.ExecuteAsync(new CommandDefinition(SqliteDialect.OnceAFile, cancellationToken: cancellationToken));
        });
    }

    private Task<T> RunAsync<T>(Func<JournalSession, Task<T>> work, bool deferred, CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred);
        var result = await work(new JournalSession(transaction, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return result;
    });

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(location.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(SqliteDialect.OnEveryConnection, cancellationToken: cancellationToken));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<T> ExplainedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException problem) when (SqliteFailure.Explain(problem, location) is { } explained)
        {
            throw explained;
        }
    }
}
