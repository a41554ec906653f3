namespace SalesRules.Journal.Database;

/// <summary>What only SQLite understands, beside the migrations: everything else is plain SQL.</summary>
internal static class SqliteDialect
{
    /// <summary>The ids of the parameter @ids, a JSON list, for use after "in": one parameter however many there are.</summary>
    public const string GivenIds = "(select value from json_each(@ids))";

    /// <summary>Kept in the file: readers and the one writer do not wait for each other.</summary>
    public const string OnceAFile = "pragma journal_mode = wal";

    /// <summary>
    /// For every connection. A commit is on the disk when it returns, power failure included: "sending" must be known to have
    /// been said before the first byte goes out.
    /// </summary>
    public const string OnEveryConnection = "pragma busy_timeout = 5000; pragma synchronous = full";

    /// <summary>The names of all tables.</summary>
    public const string Tables = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";
}
