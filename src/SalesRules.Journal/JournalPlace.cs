using SalesRules.Journal.Database;
using SalesRules.Journal.Database.Postgres;
using SalesRules.Journal.Database.Sqlite;

namespace SalesRules.Journal;

/// <summary>Where a connection string says the journal is.</summary>
/// <param name="Name">How messages call it; holds no password.</param>
/// <param name="IsShared">A server that several nodes may use (PostgreSQL); false: this machine's alone (SQLite).</param>
/// <param name="File">The SQLite file's full path; null: it is no file.</param>
public sealed record JournalPlace(string Name, bool IsShared, string? File)
{
    /// <exception cref="JournalException">The connection string is not understood.</exception>
    public static JournalPlace Of(string connectionString)
    {
        if (Dialects.IsPostgres(connectionString))
            return new JournalPlace(PostgresLocation.Parse(connectionString).Name, IsShared: true, File: null);
        var location = SqliteLocation.Parse(connectionString);
        return new JournalPlace(location.Name, IsShared: false, location.File);
    }
}
