using System.Data.Common;
using Dapper;

namespace SalesRules.Journal.Database;

/// <summary>One transaction's statements; passes transaction and cancellation on, which is easily forgotten.</summary>
internal sealed class JournalSession(DbTransaction transaction, CancellationToken cancellationToken)
{
    private readonly DbConnection connection = transaction.Connection!;

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object parameters) =>
        [.. await connection.QueryAsync<T>(Command(sql, parameters))];

    /// <summary>The first row, or null.</summary>
    public Task<T?> FindAsync<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>Returns how many rows it touched.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) => connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>
    /// One statement for many rows, prepared once. SQLite runs in this process, so that a statement a row is no round trip; a
    /// database across a wire sends them as one batch here.
    /// </summary>
    public Task ExecuteManyAsync<T>(string sql, IReadOnlyCollection<T> rows) =>
        rows.Count == 0 ? Task.CompletedTask : connection.ExecuteAsync(Command(sql, rows));

    private CommandDefinition Command(string sql, object? parameters) => new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
