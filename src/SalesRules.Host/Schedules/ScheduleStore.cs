using Microsoft.Data.Sqlite;
using SalesRules.Journal;

namespace SalesRules.Host.Schedules;

/// <summary>
/// Where Quartz keeps what is due: beside the journal, in a file of its own, because the two would wait for each other's locks in
/// one; or in a schema of its own of the journal's PostgreSQL database, where several nodes share it.
/// </summary>
/// <param name="ConnectionString">Of the store.</param>
/// <param name="Journal">The journal's connection string, where the store shares its server; null: a file.</param>
internal sealed record ScheduleStore(string ConnectionString, string? Journal)
{
    private const string Ending = "-quartz.db";
    private const string Schema = "quartz";

    /// <summary>Whether the workers that use it are nodes of one cluster.</summary>
    public bool IsShared => Journal is not null;

    /// <summary>The store; null: the journal is in memory, and so is the store.</summary>
    /// <param name="journal">The journal's connection string, which has been opened before and so is sound.</param>
    public static ScheduleStore? Beside(string journal)
    {
        var place = JournalPlace.Of(journal);
        if (place.IsShared)
            return new ScheduleStore(NeighbourSchema.ConnectionString(journal, Schema), journal);
        if (place.File is not { } file)
            return null;
        var beside = Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + Ending);
        return new ScheduleStore(new SqliteConnectionStringBuilder { DataSource = beside }.ConnectionString, null);
    }

    /// <summary>Makes the place for Quartz's tables, which Quartz itself then makes.</summary>
    /// <exception cref="JournalException">The server does not answer, or refuses.</exception>
    public Task ProvideAsync(CancellationToken cancellationToken) =>
        Journal is null ? Task.CompletedTask : NeighbourSchema.ProvideAsync(Journal, Schema, cancellationToken);
}
