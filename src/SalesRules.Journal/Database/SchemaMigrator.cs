using System.Globalization;

namespace SalesRules.Journal.Database;

/// <summary>Brings a journal's schema up to date: forward only, all steps or none, under the write lock.</summary>
internal sealed class SchemaMigrator(JournalDatabase database, string journal, TimeProvider clock)
{
    private static readonly int Newest = Migration.All[^1].Version;

    /// <exception cref="JournalException">The file is another program's database, or newer than this program.</exception>
    public async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        // Without a lock first, so that a reader never waits for a running page only to learn that nothing is to be done.
        if (await database.ReadAsync(VersionAsync, cancellationToken) == Newest)
            return;
        await database.WriteAsync(ApplyAsync, cancellationToken);
    }

    private async Task ApplyAsync(JournalSession session)
    {
        // Asked again under the lock: another process may have been first.
        var version = await VersionAsync(session);
        if (version == 0)
            await session.ExecuteAsync("create table schema_versions (version integer not null primary key, name text not null, applied_at text not null)");
        foreach (var migration in Migration.All.Where(migration => migration.Version > version))
        {
            await session.ExecuteAsync(migration.Sql);
            await session.ExecuteAsync(
                "insert into schema_versions (version, name, applied_at) values (@Version, @Name, @appliedAt)",
                new { migration.Version, migration.Name, appliedAt = Stored.Text(clock.GetUtcNow()) });
        }
    }

    /// <summary>The newest step that the file has; 0: it is empty.</summary>
    private async Task<int> VersionAsync(JournalSession session)
    {
        var tables = await session.QueryAsync<string>(SqliteDialect.Tables, new { });
        if (tables.Count == 0)
            return 0;
        if (!tables.Contains("schema_versions"))
            throw new JournalException($"{journal} is no journal: it is the database of another program. Name another file in Journal:ConnectionString.");
        var version = await session.FindAsync<int>("select max(version) from schema_versions");
        return version <= Newest
            ? version
            : throw new JournalException(string.Create(
                CultureInfo.InvariantCulture,
                $"The journal {journal} was written by a newer SalesRules: its schema is {version}, this one knows {Newest}. Install that version again, or name another file in Journal:ConnectionString."));
    }
}
