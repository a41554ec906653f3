using System.Globalization;

namespace SalesRules.Journal.Database.Postgres;

/// <summary>What the journal asks of a server.</summary>
internal static class PostgresServer
{
    /// <summary>The oldest release that the journal is tested with.</summary>
    public const int OldestMajor = 15;

    /// <summary>Held to the end of the transaction; the number is "SALESRUL" in ASCII, so that no other program takes the same by chance.</summary>
    public const string TakeSchemaLock = "select pg_advisory_xact_lock(5999160039268570444)";

    /// <exception cref="JournalException">The server is too old.</exception>
    public static void DemandVersion(Version version, PostgresLocation location)
    {
        if (version.Major < OldestMajor)
            throw new JournalException(string.Create(
                CultureInfo.InvariantCulture,
                $"The server of the journal {location.Name} is PostgreSQL {version}: expected {OldestMajor} or newer. Upgrade the server, or name another one in Journal:ConnectionString."));
    }
}
