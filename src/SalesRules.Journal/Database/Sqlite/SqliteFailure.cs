using Microsoft.Data.Sqlite;

namespace SalesRules.Journal.Database.Sqlite;

/// <summary>SQLite's errors that an operator can do something about, as sentences. The others are bugs and stay what they are.</summary>
internal static class SqliteFailure
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The exception for people, or null for an error that is ours.</summary>
    public static JournalException? Explain(SqliteException problem, SqliteLocation journal) => Sentence(problem.SqliteErrorCode, journal.Name) is { } sentence
        ? new JournalException(sentence, problem)
        : null;

    private static string? Sentence(int code, string journal) => code switch
    {
        Busy or Locked => $"The journal {journal} stayed locked by another process. Find out what holds it (a backup, a second worker, an open sqlite3 shell) and try again.",
        ReadOnly => $"The journal {journal} cannot be written: file or folder is read-only for this process. Give its user write access to both, or name another file in Journal:ConnectionString.",
        CannotOpen => $"The journal {journal} cannot be opened or created. Give this process's user read and write access to the file and its folder, or name another file in Journal:ConnectionString.",
        NotADatabase => $"{journal} is no journal: it is not a SQLite database. Move it away, or name another file in Journal:ConnectionString.",
        Corrupt => $"The journal {journal} is damaged. Restore it from a backup; or move it away together with its -wal and -shm files: a new journal recovers the open tasks from the org and decides everything again.",
        Full => $"The disk is full: the journal {journal} cannot grow. Nothing is written to Salesforce that is not journaled first; make room and run again.",
        InputOutput => $"The disk failed while the journal {journal} was read or written. Check the disk and run again.",
        _ => null,
    };
}
