using System.Net.Sockets;
using Npgsql;

namespace SalesRules.Journal.Database.Postgres;

/// <summary>PostgreSQL's errors that an operator can do something about, as sentences. The others are bugs and stay what they are.</summary>
internal static class PostgresFailure
{
    /// <summary>Not among the driver's names.</summary>
    private const string IdleInTransactionTimeout = "25P03";

    /// <summary>The server has ended the connection, or not begun it.</summary>
    private const string Fatal = "FATAL";

    private const string Nothing = "Nothing is written to Salesforce that is not journaled first";

    /// <summary>The exception for people, or null for an error that is ours.</summary>
    /// <param name="schema">Which schema was worked on.</param>
    public static JournalException? Explain(Exception problem, PostgresLocation journal, string schema = PostgresLocation.Schema)
    {
        var sentence = problem switch
        {
            PostgresException refusal => Sentence(refusal, journal, schema),
            NpgsqlException { InnerException: TimeoutException } or TimeoutException => NoAnswer(journal, "no reply in time"),
            NpgsqlException { InnerException: SocketException or IOException } => NoAnswer(journal, problem.InnerException!.Message),
            SocketException => NoAnswer(journal, problem.Message),
            NpgsqlException when IsAboutPasswords(problem) => $"The server of the journal {journal.Name} asks the user {journal.User} for a password and none is given: set Password in Journal:ConnectionString, or PGPASSWORD.",
            NpgsqlException { IsTransient: true } => NoAnswer(journal, "the connection broke"),
            _ => null,
        };
        return sentence is null ? null : new JournalException(sentence, problem);
    }

    private static bool IsAboutPasswords(Exception problem) => problem.Message.StartsWith("No password has been provided", StringComparison.Ordinal);

    private static string NoAnswer(PostgresLocation journal, string why) =>
        $"The server of the journal {journal.Name} does not answer ({why.TrimEnd('.')}). See that PostgreSQL runs there and that this machine may reach it; {Lower(Nothing)}.";

    private static string? Sentence(PostgresException refusal, PostgresLocation journal, string schema) => refusal.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword =>
            $"The server of the journal {journal.Name} refuses the password of the user {journal.User}. Correct Username and Password in Journal:ConnectionString.",
        PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The server of the journal {journal.Name} does not let the user {journal.User} in ({refusal.MessageText}). Create the user, or allow it from this machine in pg_hba.conf.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"The server {journal.Server} has no database {journal.Database} for the journal. Create it (create database {journal.Database}), or name another in Journal:ConnectionString.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"The user {journal.User} lacks a right in the journal {journal.Name} ({refusal.MessageText}). Let an administrator of the database run: create schema {schema} authorization \"{journal.User}\"; or, where the schema is another's, grant usage, create and its tables to that user.",
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            $"The journal {journal.Name} is read-only: the server is a standby, or the database or user is set to read-only. Name the primary server in Journal:ConnectionString.",
        PostgresErrorCodes.DiskFull =>
            $"The disk of the server is full: the journal {journal.Name} cannot grow. {Nothing}; make room and run again.",
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ConfigurationLimitExceeded =>
            $"The server of the journal {journal.Name} takes no more connections. Raise max_connections, or set Maximum Pool Size in the connection strings that use it.",
        PostgresErrorCodes.OutOfMemory =>
            $"The server of the journal {journal.Name} is out of memory. {Nothing}; give it more and run again.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            NoAnswer(journal, refusal.MessageText),
        PostgresErrorCodes.ObjectNotInPrerequisiteState when refusal.InvariantSeverity == Fatal => NoAnswer(journal, "it lets nobody into the database"),
        IdleInTransactionTimeout =>
            $"This process stood still in the middle of a write, and so the server of the journal {journal.Name} took the write back. See what paused it (a suspended machine, a debugger, too little memory or CPU) and run again.",
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled =>
            $"The journal {journal.Name} stayed locked by another session. Find out what holds it (select * from pg_stat_activity) and try again.",
        PostgresErrorCodes.IoError or PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted =>
            $"The journal {journal.Name} is damaged, or its disk failed ({refusal.MessageText}). Restore the database from a backup; a new journal recovers the open tasks from the org and decides everything again.",
        _ => null,
    };

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
