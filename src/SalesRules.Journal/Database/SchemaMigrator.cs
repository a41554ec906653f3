using System.Globalization;

namespace SalesRules.Journal.Database;

/// <summary>Brings a journal's schema up to date: forward only, all steps or none, under a lock.</summary>
internal sealed class SchemaMigrator(JournalDatabase database, IDialect dialect, TimeProvider clock)
{
    private readonly int newest = dialect.Migrations[^1].Version;

    /// <exception cref="JournalException">The tables are another program's, or newer than this program.</exception>
    public async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        // Without a lock first, so that a reader never waits for a running page only to learn that nothing is to be done.
        if (await database.ReadAsync(VersionAsync, cancellationToken) == newest)
            return;
        await database.WriteAsync(ApplyAsync, cancellationToken);
    }

    private async Task ApplyAsync(JournalSession session)
    {
        await dialect.LockSchemaAsync(session);

        // Asked again under the lock: another process may have been first.
        var version = await VersionAsync(session);
        if (version == 0)
            await session.ExecuteAsync("create table schema_versions (version integer not null primary key, name text not null, applied_at text not null)");
        foreach (var migration in dialect.Migrations.Where(migration => migration.Version > version))
        {
            await session.ExecuteAsync(migration.Sql);
            await session.ExecuteAsync(
                "insert into schema_versions (version, name, applied_at) values (@Version, @Name, @appliedAt)",
                new { migration.Version, migration.Name, appliedAt = Stored.Text(clock.GetUtcNow()) });
        }
    }

    /// <summary>The newest step that the journal has; 0: there is nothing yet.</summary>
    private async Task<int> VersionAsync(JournalSession session)
    {
        var tables = await session.QueryAsync<string>(dialect.Tables, new { });
        if (tables.Count == 0)
            return 0;
        if (!tables.Contains("schema_versions"))
            throw new JournalException(dialect.Stranger);
        var version = await session.FindAsync<int>("select max(version) from schema_versions");
        return version <= newest
            ? version
            : throw new JournalException(string.Create(
                CultureInfo.InvariantCulture,
                $"The journal {dialect.Place} was written by a newer SalesRules: its schema is {version}, this one knows {newest}. Install that version again, or {dialect.NameAnother}."));
    }
}
