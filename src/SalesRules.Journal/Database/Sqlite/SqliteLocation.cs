using Microsoft.Data.Sqlite;

namespace SalesRules.Journal.Database.Sqlite;

/// <summary>Where a journal is kept: a SQLite file, or memory.</summary>
/// <param name="ConnectionString">With the file's full path and what every connection needs.</param>
/// <param name="File">The file's full path; null: in memory, gone with the process.</param>
internal sealed record SqliteLocation(string ConnectionString, string? File)
{
    /// <summary>How messages call it.</summary>
    public string Name => File ?? "in memory";

    /// <exception cref="JournalException">The connection string is not one of SQLite or names no file.</exception>
    public static SqliteLocation Parse(string connectionString)
    {
        var builder = Read(connectionString);
        builder.ForeignKeys = true;
        if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource == ":memory:")
            return InMemory(builder);
        if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw Misunderstood("it names no file by its path");
        builder.DataSource = Path.GetFullPath(builder.DataSource);
        return new SqliteLocation(builder.ConnectionString, builder.DataSource);
    }

    /// <summary>Refuses a folder that is not there: SQLite would only say that it cannot open the file.</summary>
    /// <exception cref="JournalException">The file's folder does not exist.</exception>
    public void DemandFolder()
    {
        if (File is not null && Path.GetDirectoryName(File) is { } folder && !Directory.Exists(folder))
            throw new JournalException($"The journal {File} cannot be opened: the folder {folder} does not exist. Create it, or name another file in Journal:ConnectionString.");
    }

    private static SqliteConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            throw Misunderstood(problem.Message, problem);
        }
    }

    /// <summary>Connections share a database in memory by its name; one without a name is given one of its own.</summary>
    private static SqliteLocation InMemory(SqliteConnectionStringBuilder builder)
    {
        if (builder.DataSource is "" or ":memory:")
            builder.DataSource = $"journal-{Guid.NewGuid():N}";
        builder.Mode = SqliteOpenMode.Memory;
        builder.Cache = SqliteCacheMode.Shared;
        return new SqliteLocation(builder.ConnectionString, null);
    }

    // The connection string itself stays out of the message: it may hold a password.
    private static JournalException Misunderstood(string problem, Exception? inner = null) =>
        new($"Journal:ConnectionString is not understood ({problem}). Expected `Data Source=` and a path, such as `Data Source=/var/lib/salesrules/journal.db`, or `Host=` and a database for PostgreSQL.", inner);
}
