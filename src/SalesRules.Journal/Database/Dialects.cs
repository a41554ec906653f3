using System.Data.Common;
using SalesRules.Journal.Database.Postgres;
using SalesRules.Journal.Database.Sqlite;

namespace SalesRules.Journal.Database;

/// <summary>Finds the dialect that a connection string asks for.</summary>
internal static class Dialects
{
    /// <exception cref="JournalException">The connection string is not understood.</exception>
    public static IDialect Of(string connectionString, TimeProvider clock) => IsPostgres(connectionString)
        ? new PostgresDialect(PostgresLocation.Parse(connectionString))
        : new SqliteDialect(SqliteLocation.Parse(connectionString), clock);

    /// <summary>Whether it names a host: `Host=` is PostgreSQL, `Data Source=` SQLite.</summary>
    public static bool IsPostgres(string connectionString)
    {
        if (connectionString.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase))
            return true;
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host");
        }
        catch (ArgumentException)
        {
            // Not even keywords and values: SQLite's reader says what it expected.
            return false;
        }
    }
}
