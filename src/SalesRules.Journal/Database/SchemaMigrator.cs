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
        if (Missing(await database.ReadAsync(VersionsAsync, cancellationToken)).Any())
            await database.WriteAsync(ApplyAsync, cancellationToken);
    }

    private async Task ApplyAsync(JournalSession session)
    {
        await dialect.LockSchemaAsync(session);

        // Asked again under the lock: another process may have been first.
        var versions = await VersionsAsync(session);
        if (versions.Count == 0)
            await session.ExecuteAsync("create table schema_versions (version integer not null primary key, name text not null, applied_at text not null)");
        foreach (var migration in Missing(versions))
        {
            await session.ExecuteAsync(migration.Sql);
            await session.ExecuteAsync(
                "insert into schema_versions (version, name, applied_at) values (@Version, @Name, @appliedAt)",
                new { migration.Version, migration.Name, appliedAt = Stored.Text(clock.GetUtcNow()) });
        }
    }

    private IEnumerable<Migration> Missing(IReadOnlyList<int> versions) => dialect.Migrations.Where(migration => !versions.Contains(migration.Version));

    /// <summary>The steps that the journal has; none: there is nothing yet.</summary>
    private async Task<IReadOnlyList<int>> VersionsAsync(JournalSession session)
    {
        var tables = await session.QueryAsync<string>(dialect.Tables, new { });
        if (tables.Count == 0)
            return [];
        if (!tables.Contains("schema_versions"))
            throw new JournalException(dialect.Stranger);
        var versions = await session.QueryAsync<int>("select version from schema_versions order by version", new { });
        return versions[^1] <= newest
            ? versions
            : throw new JournalException(string.Create(
                CultureInfo.InvariantCulture,
                $"The journal {dialect.Place} was written by a newer SalesRules: its schema is {versions[^1]}, this one knows {newest}. Install that version again, or {dialect.NameAnother}."));
    }
}
