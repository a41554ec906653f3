using Dapper;

namespace SalesRules.Journal.Database;

/// <summary>A transaction for every piece of work, and the database's errors as sentences.</summary>
internal sealed class JournalDatabase : IAsyncDisposable
{
    private readonly IDialect dialect;

    static JournalDatabase() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private JournalDatabase(IDialect dialect) => this.dialect = dialect;

    /// <summary>Opens or creates the journal and brings its schema up to date.</summary>
    /// <exception cref="JournalException">It cannot be opened, is none of ours, or is newer than this program.</exception>
    public static async Task<JournalDatabase> OpenAsync(IDialect dialect, TimeProvider clock, CancellationToken cancellationToken)
    {
        var database = new JournalDatabase(dialect);
        try
        {
            await database.ExplainedAsync(async () =>
            {
                await dialect.PrepareAsync(cancellationToken);
                return true;
            });
            await new SchemaMigrator(database, dialect, clock).BringUpToDateAsync(cancellationToken);
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
        RunAsync(work, writes: false, cancellationToken);

    /// <summary>Writes in one transaction: all of it stays, or nothing.</summary>
    public Task<T> WriteAsync<T>(Func<JournalSession, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(work, writes: true, cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<JournalSession, Task> work, CancellationToken cancellationToken) =>
        WriteAsync<object?>(
            async session =>
            {
                await work(session);
                return null;
            },
            cancellationToken);

    public ValueTask DisposeAsync() => dialect.DisposeAsync();

    private Task<T> RunAsync<T>(Func<JournalSession, Task<T>> work, bool writes, CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        using var activity = JournalTelemetry.Transaction(writes);
        await using var connection = await dialect.ConnectAsync(cancellationToken);
        await using var transaction = await dialect.BeginAsync(connection, writes, cancellationToken);
        var result = await work(new JournalSession(dialect, transaction, cancellationToken));
        using (JournalTelemetry.Commit(writes))
            await transaction.CommitAsync(cancellationToken);
        return result;
    });

    private async Task<T> ExplainedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception problem) when (dialect.Explain(problem) is { } explained)
        {
            throw explained;
        }
    }
}
