using Dapper;
using Npgsql;
using SalesRules.Journal.Database.Postgres;

namespace SalesRules.Journal;

/// <summary>What a look at a PostgreSQL journal finds. Looks only: nothing is made, an older journal not brought up to date.</summary>
/// <param name="Place">How messages call it.</param>
/// <param name="Server">The server's version, such as 15.18.</param>
/// <param name="Schema">The journal's schema version; null: there is no journal yet.</param>
/// <param name="IsStranger">The place where its tables belong holds another program's.</param>
/// <param name="IsReadOnly">A standby, or set to read-only: it can be read and nothing else.</param>
/// <param name="MayCreate">Whether our user may make what is missing: the journal's schema, or tables in it.</param>
/// <param name="User">As whom we are signed in.</param>
public sealed record ServerInspection(
    string Place, string Server, int? Schema, bool IsStranger, bool IsReadOnly, bool MayCreate, string User)
{
    private const string Look =
        """
        select
            exists (select from pg_catalog.pg_tables where schemaname = @schema) as "HasTables",
            exists (select from pg_catalog.pg_tables where schemaname = @schema and tablename = 'schema_versions') as "IsJournal",
            pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as "IsReadOnly",
            coalesce((select has_schema_privilege(oid, 'create') from pg_catalog.pg_namespace where nspname = @schema),
                has_database_privilege(current_database(), 'create')) as "MayCreate",
            current_user::text as "User"
        """;

    /// <exception cref="JournalException">The connection string is not understood, the server does not answer or refuses us, or is too old.</exception>
    public static async Task<ServerInspection> OfAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        var location = PostgresLocation.Parse(connectionString);
        try
        {
            await using var source = NpgsqlDataSource.Create(location.ConnectionString);
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            PostgresServer.DemandVersion(connection.PostgreSqlVersion, location);
            var found = await connection.QuerySingleAsync<Found>(new CommandDefinition(Look, new { schema = PostgresLocation.Schema }, cancellationToken: cancellationToken));
            var version = found.IsJournal
                ? await connection.QuerySingleAsync<int>(new CommandDefinition("select max(version) from schema_versions", cancellationToken: cancellationToken))
                : (int?)null;
            return new ServerInspection(
                location.Name, connection.PostgreSqlVersion.ToString(), version, found is { HasTables: true, IsJournal: false }, found.IsReadOnly, found.MayCreate, found.User);
        }
        catch (Exception problem) when (PostgresFailure.Explain(problem, location) is { } explained)
        {
            throw explained;
        }
    }

    private sealed record Found
    {
        public bool HasTables { get; init; }

        public bool IsJournal { get; init; }

        public bool IsReadOnly { get; init; }

        public bool MayCreate { get; init; }

        public string User { get; init; } = "";
    }
}
