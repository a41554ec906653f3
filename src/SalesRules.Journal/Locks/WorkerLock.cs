using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using SalesRules.Journal.Database.Sqlite;

namespace SalesRules.Journal.Locks;

/// <summary>
/// The right to write to a journal: one process at a time. It is a SQLite write lock on the file beside the journal,
/// `journal.db.lock`, so that it holds wherever the journal's own locks hold, dies with its process, and still lets the next one
/// read who has it. A journal in memory is locked within the process.
/// </summary>
public sealed class WorkerLock : IDisposable
{
    private static readonly ConcurrentDictionary<string, LockHolder> InMemory = new(StringComparer.Ordinal);

    private readonly Action release;

    private WorkerLock(Action release) => this.release = release;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="JournalInUseException">Another process, or another part of this one, has it.</exception>
    /// <exception cref="JournalException">The lock's file cannot be written.</exception>
    public static WorkerLock Acquire(string connectionString, TimeProvider clock)
    {
        var location = SqliteLocation.Parse(connectionString);
        var self = LockHolder.ThisProcess(clock);
        return location.File is { } file ? OnFile(location, file, self) : OnMemory(new SqliteConnectionStringBuilder(location.ConnectionString).DataSource, self);
    }

    public void Dispose() => release();

    private static WorkerLock OnMemory(string name, LockHolder self)
    {
        if (!InMemory.TryAdd(name, self))
            throw InMemory.GetValueOrDefault(name, self).Refusal("in memory");
        return new WorkerLock(() => InMemory.TryRemove(name, out _));
    }

    private static WorkerLock OnFile(SqliteLocation location, string file, LockHolder self)
    {
        location.DemandFolder();
        var beside = new SqliteConnectionStringBuilder { DataSource = file + ".lock", Pooling = false, DefaultTimeout = 1 };
        var connection = new SqliteConnection(beside.ConnectionString);
        try
        {
            connection.Open();
            SignIn(connection, self);
            // From here on nobody else gets past SignIn; readers still see the name above. Nothing is ever written under it, so a
            // process that dies here leaves nothing behind: the operating system drops the lock.
            var held = connection.BeginTransaction();
            return new WorkerLock(() =>
            {
                held.Dispose();
                connection.Dispose();
            });
        }
        catch (SqliteException problem)
        {
            using (connection)
                throw Explain(problem, connection, location with { File = beside.DataSource }, file);
        }
    }

    private static void SignIn(SqliteConnection connection, LockHolder self)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            """
            create table if not exists holder (process_id integer not null, process_name text not null, since text not null);
            delete from holder;
            insert into holder (process_id, process_name, since) values (@ProcessId, @ProcessName, @Since);
            """,
            self,
            transaction);
        transaction.Commit();
    }

    private static Exception Explain(SqliteException problem, SqliteConnection connection, SqliteLocation lockFile, string journal)
    {
        const int busy = 5;
        if (problem.SqliteErrorCode != busy)
            return SqliteFailure.Explain(problem, lockFile) ?? (Exception)problem;
        return (ReadHolder(connection) ?? LockHolder.Unknown).Refusal(journal);
    }

    private static LockHolder? ReadHolder(SqliteConnection connection)
    {
        try
        {
            return connection.QueryFirstOrDefault<LockHolder>("select process_id as ProcessId, process_name as ProcessName, since as Since from holder");
        }
        catch (SqliteException)
        {
            // The other one is just signing in: that it is there matters more than its name.
            return null;
        }
    }
}
