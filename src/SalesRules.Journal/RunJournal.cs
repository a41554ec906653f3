using SalesRules.Journal.Database;

namespace SalesRules.Journal;

/// <summary>
/// What was decided, planned, sent and confirmed, and what the next decision needs to remember. Nothing is written to Salesforce
/// that does not stand here first, with its before-image and reason. Any number of processes may read a journal; one, the holder
/// of the <see cref="Locks.WorkerLock"/>, writes. The other parts of this class hold its operations by subject.
/// </summary>
public sealed partial class RunJournal : IAsyncDisposable
{
    private readonly JournalDatabase database;
    private readonly TimeProvider clock;

    /// <summary>Tells this opening's running runs from those that a process which is gone left behind.</summary>
    private readonly string session = Guid.NewGuid().ToString("N");

    private RunJournal(JournalDatabase database, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
    }

    /// <summary>Opens the journal, or creates it, and brings its schema up to date.</summary>
    /// <param name="connectionString">`Data Source=` and a path, as in Journal:ConnectionString.</param>
    /// <exception cref="JournalException">It cannot be opened; the message names the file and what to do.</exception>
    public static async Task<RunJournal> OpenAsync(string connectionString, TimeProvider clock, CancellationToken cancellationToken = default) =>
        new(await JournalDatabase.OpenAsync(JournalLocation.Parse(connectionString), clock, cancellationToken), clock);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private string Now => Stored.Text(clock.GetUtcNow());
}
