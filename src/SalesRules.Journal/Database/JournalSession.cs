using System.Data.Common;
using Dapper;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Database;

/// <summary>One transaction's statements; passes transaction and cancellation on, which is easily forgotten.</summary>
internal sealed class JournalSession(IDialect dialect, DbTransaction transaction, CancellationToken cancellationToken)
{
    private readonly DbConnection connection = transaction.Connection!;

    public IDialect Dialect => dialect;

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object parameters) =>
        [.. await connection.QueryAsync<T>(Command(sql, parameters))];

    /// <summary>The first row, or null.</summary>
    public Task<T?> FindAsync<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>Returns how many rows it touched.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) => connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>One statement for many rows, in their order.</summary>
    public Task ExecuteManyAsync<T>(string sql, IReadOnlyCollection<T> rows) =>
        rows.Count == 0 ? Task.CompletedTask : dialect.ExecuteManyAsync(transaction, sql, rows, cancellationToken);

    /// <summary>The ids as the parameter @ids of "in (@ids)".</summary>
    public SqlMapper.ICustomQueryParameter List(IEnumerable<SalesforceId> ids) => dialect.List(ids.Select(id => id.Value));

    /// <inheritdoc cref="List(IEnumerable{SalesforceId})"/>
    public SqlMapper.ICustomQueryParameter List(IEnumerable<string> texts) => dialect.List(texts);

    private CommandDefinition Command(string sql, object? parameters) =>
        new(dialect.Translate(sql), parameters, transaction, cancellationToken: cancellationToken);
}
