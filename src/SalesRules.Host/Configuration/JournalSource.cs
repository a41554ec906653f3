using SalesRules.Host.Commands;
using SalesRules.Journal;
using SalesRules.Journal.Locks;

namespace SalesRules.Host.Configuration;

/// <summary>Opens the journal that the settings name.</summary>
internal static class JournalSource
{
    private const string InMemory = "Data Source=:memory:";

    /// <exception cref="CommandException">It cannot be opened, or another process writes to the same file.</exception>
    public static async Task<(RunJournal Journal, IDisposable? Lock)> OpenAsync(
        IConfiguration settings, JournalUse use, TimeProvider time, CancellationToken cancellationToken)
    {
        var connectionString = settings.Section<JournalOptions>(JournalOptions.Section).ConnectionString;
        WorkerLock? journalLock = null;
        try
        {
            // On a server the leases keep the runs of several processes apart; a file is one process's.
            if (use == JournalUse.Read && !await RunJournal.ExistsAsync(connectionString, cancellationToken))
                connectionString = InMemory;
            else if (use == JournalUse.Write && !JournalPlace.Of(connectionString).IsShared)
                journalLock = WorkerLock.Acquire(connectionString, time);
            var journal = await RunJournal.OpenAsync(connectionString, time, journalLock, cancellationToken);
            Console.Error.WriteLine($"Journal: {(connectionString == InMemory ? "in memory, for this command only" : JournalPlace.Of(connectionString).Name)}");
            return (journal, journalLock);
        }
        catch (JournalException problem)
        {
            journalLock?.Dispose();
            throw CommandException.WrongInput($"Journal:ConnectionString: {problem.Message}");
        }
    }

    /// <summary>The term of a run's lease.</summary>
    /// <exception cref="CommandException">Journal:LeaseSeconds is out of its range.</exception>
    public static TimeSpan LeaseTerm(IConfiguration settings)
    {
        const int shortest = 2;
        const int longest = 3600;
        var seconds = settings.Section<JournalOptions>(JournalOptions.Section).LeaseSeconds;
        return seconds is >= shortest and <= longest
            ? TimeSpan.FromSeconds(seconds)
            : throw CommandException.WrongInput($"{JournalOptions.Section}:{nameof(JournalOptions.LeaseSeconds)}: expected {shortest} to {longest} seconds, found {seconds}.");
    }
}
