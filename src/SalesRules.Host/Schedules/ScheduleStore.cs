using Microsoft.Data.Sqlite;

namespace SalesRules.Host.Schedules;

/// <summary>Where Quartz keeps what is due: a file of its own beside the journal, because the two would wait for each other's locks in one.</summary>
internal static class ScheduleStore
{
    private const string Ending = "-quartz.db";

    /// <summary>The store's connection string; null: the journal is in memory, and so is the store.</summary>
    /// <param name="journal">The journal's connection string, which has been opened before and so is sound.</param>
    public static string? Beside(string journal)
    {
        var connection = new SqliteConnectionStringBuilder(journal);
        if (connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:")
            return null;
        var file = Path.GetFullPath(connection.DataSource);
        var beside = Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + Ending);
        return new SqliteConnectionStringBuilder { DataSource = beside }.ConnectionString;
    }
}
