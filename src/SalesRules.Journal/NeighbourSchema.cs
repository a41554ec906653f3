using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using SalesRules.Journal.Database.Postgres;

namespace SalesRules.Journal;

/// <summary>A schema beside the journal's in the same PostgreSQL database, for another part of the program.</summary>
public static partial class NeighbourSchema
{
    /// <summary>Makes it where it is missing; several nodes that do so at once do it once.</summary>
    /// <exception cref="JournalException">The server does not answer, or refuses.</exception>
    public static async Task ProvideAsync(string connectionString, string name, CancellationToken cancellationToken = default)
    {
        if (!NameForm().IsMatch(name))
            throw new ArgumentException($"'{name}' is no plain name of a schema.", nameof(name));
        var location = PostgresLocation.Parse(connectionString);
        try
        {
            await using var source = NpgsqlDataSource.Create(location.ConnectionString);
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(PostgresServer.TakeSchemaLock, transaction: transaction, cancellationToken: cancellationToken));
            var exists = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                "select exists (select from pg_catalog.pg_namespace where nspname = @name)", new { name }, transaction, cancellationToken: cancellationToken));
            if (!exists)
                await connection.ExecuteAsync(new CommandDefinition($"create schema {name}", transaction: transaction, cancellationToken: cancellationToken));
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception problem) when (PostgresFailure.Explain(problem, location, name) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>The connection string whose tables stand in that schema of the journal's database.</summary>
    /// <exception cref="JournalException">It is not understood.</exception>
    public static string ConnectionString(string connectionString, string name) =>
        new NpgsqlConnectionStringBuilder(PostgresLocation.Parse(connectionString).ConnectionString) { SearchPath = name }.ConnectionString;

    [GeneratedRegex("^[a-z][a-z_]{0,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
