using SalesRules.Journal.Database;
using SalesRules.Journal.Locks;

namespace SalesRules.Journal;

/// <summary>
/// What was decided, planned, sent and confirmed, and what the next decision needs to remember. Nothing is written to Salesforce
/// that does not stand here first, with its before-image and reason. Any number of processes may read a journal; for each org
/// one run writes, the one that holds its <see cref="Leases.RunLease"/>. The other parts of this class hold its operations by
/// subject.
/// </summary>
public sealed partial class RunJournal : IAsyncDisposable
{
    private readonly JournalDatabase database;
    private readonly TimeProvider clock;

    /// <summary>This process holds the journal's lock: whoever else may once have written to it is gone.</summary>
    private readonly bool isAlone;

    private RunJournal(JournalDatabase database, TimeProvider clock, bool isAlone)
    {
        this.database = database;
        this.clock = clock;
        this.isAlone = isAlone;
    }

    /// <summary>Opens the journal, or creates it, and brings its schema up to date.</summary>
    /// <param name="connectionString">As in Journal:ConnectionString: `Data Source=` and a path (SQLite), or `Host=` and a database (PostgreSQL).</param>
    /// <param name="alone">The lock on a journal in a file, where this process holds it: then it need not wait for the lease of one that died.</param>
    /// <exception cref="JournalException">It cannot be opened; the message names the place and what to do.</exception>
    public static async Task<RunJournal> OpenAsync(
        string connectionString, TimeProvider clock, WorkerLock? alone = null, CancellationToken cancellationToken = default) =>
        new(await JournalDatabase.OpenAsync(Dialects.Of(connectionString, clock), clock, cancellationToken), clock, alone is not null);

    /// <summary>Whether a journal is there to be read; opening one makes it.</summary>
    /// <exception cref="JournalException">It cannot be looked at.</exception>
    public static async Task<bool> ExistsAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        var place = JournalPlace.Of(connectionString);
        return place.IsShared
            ? await ServerInspection.OfAsync(connectionString, cancellationToken) is { Schema: not null } or { IsStranger: true }
            : File.Exists(place.File);
    }

    /// <summary>Closes it. A lease that is still held is not given back, as if the process had died: it runs out.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var lease in held.Values)
            await lease.StopRenewingAsync();
        await database.DisposeAsync();
    }

    private string Now => Stored.Text(clock.GetUtcNow());
}
