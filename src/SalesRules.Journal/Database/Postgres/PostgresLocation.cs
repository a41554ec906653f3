using System.Globalization;
using Npgsql;

namespace SalesRules.Journal.Database.Postgres;

/// <summary>Which PostgreSQL database holds a journal.</summary>
/// <param name="ConnectionString">With what every connection needs; holds the password.</param>
/// <param name="Server">Host and port.</param>
internal sealed record PostgresLocation(string ConnectionString, string Server, string Database, string User)
{
    /// <summary>The schema of the journal's tables: the database may be shared with others.</summary>
    public const string Schema = "salesrules";

    /// <summary>How messages call it.</summary>
    public string Name => $"postgresql://{Server}/{Database}";

    /// <exception cref="JournalException">It is not understood, or names no host or database.</exception>
    public static PostgresLocation Parse(string connectionString)
    {
        var builder = Read(connectionString);
        if (string.IsNullOrWhiteSpace(builder.Host) || builder.Host.Contains(',', StringComparison.Ordinal))
            throw Misunderstood("it names no single host");
        if (string.IsNullOrWhiteSpace(builder.Database))
            throw Misunderstood("it names no database");
        builder.SearchPath = Schema;
        builder.ApplicationName ??= "SalesRules";
        // The details of an error quote the row: customers' values, which belong in no log.
        builder.IncludeErrorDetail = false;
        var server = string.Create(CultureInfo.InvariantCulture, $"{builder.Host}:{builder.Port}");
        return new PostgresLocation(builder.ConnectionString, server, builder.Database, builder.Username ?? Environment.UserName);
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            // What the parser says may quote a part of the password.
            throw Misunderstood("a keyword or a value of it is unknown");
        }
    }

    private static JournalException Misunderstood(string problem) => new(
        $"Journal:ConnectionString is not understood ({problem}). Expected for PostgreSQL `Host=db.example.com;Database=salesrules;Username=salesrules;Password=...`; the password may also stand in PGPASSWORD or the file that PGPASSFILE names.");
}
