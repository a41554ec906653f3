using Microsoft.Data.Sqlite;
using SalesRules.Host.Commands;
using SalesRules.Journal;
using SalesRules.Journal.Locks;

namespace SalesRules.Host.Configuration;

/// <summary>Opens the journal that the settings name.</summary>
internal static class JournalSource
{
    private const string InMemory = "Data Source=:memory:";

    /// <exception cref="CommandException">It cannot be opened, or another process writes to it.</exception>
    public static async Task<(RunJournal Journal, IDisposable? Lock)> OpenAsync(
        IConfiguration settings, JournalUse use, TimeProvider time, CancellationToken cancellationToken)
    {
        var connectionString = settings.Section<JournalOptions>(JournalOptions.Section).ConnectionString;
        WorkerLock? journalLock = null;
        try
        {
            if (use == JournalUse.Write)
                journalLock = WorkerLock.Acquire(connectionString, time);
            else if (use == JournalUse.Read && !Exists(connectionString))
                connectionString = InMemory;
            var journal = await RunJournal.OpenAsync(connectionString, time, cancellationToken);
            Console.Error.WriteLine($"Journal: {PlaceOf(connectionString)}");
            return (journal, journalLock);
        }
        catch (Exception problem) when (problem is JournalException or JournalInUseException)
        {
            journalLock?.Dispose();
            throw CommandException.WrongInput($"Journal:ConnectionString: {problem.Message}");
        }
    }

    private static string PlaceOf(string connectionString) =>
        connectionString == InMemory ? "in memory, for this command only" : Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    private static bool Exists(string connectionString)
    {
        try
        {
            return File.Exists(new SqliteConnectionStringBuilder(connectionString).DataSource);
        }
        catch (ArgumentException problem)
        {
            throw CommandException.WrongInput($"Journal:ConnectionString: {problem.Message}");
        }
    }
}
