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
        IDisposable? journalLock = null;
        try
        {
            if (use == JournalUse.Write)
                journalLock = WorkerLock.Acquire(connectionString, time);
            else if (!Exists(connectionString))
                connectionString = InMemory;
            return (await RunJournal.OpenAsync(connectionString, time, cancellationToken), journalLock);
        }
        catch (Exception problem) when (problem is JournalException or JournalInUseException)
        {
            journalLock?.Dispose();
            throw CommandException.WrongInput($"Journal:ConnectionString: {problem.Message}");
        }
    }

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
