using System.Data.Common;
using Dapper;

namespace SalesRules.Journal.Database;

/// <summary>What differs between the databases that a journal can live in. Everything else is one plain SQL for all.</summary>
internal interface IDialect : IAsyncDisposable
{
    /// <summary>How messages call the journal: a file, or a database on a server. Never holds a password.</summary>
    string Place { get; }

    /// <summary>What to do about a place that cannot be used, as the end of a sentence: "name another file in Journal:ConnectionString".</summary>
    string NameAnother { get; }

    /// <summary>Why the place is refused where the tables in it are not a journal's.</summary>
    string Stranger { get; }

    /// <summary>Every step of the schema, in order.</summary>
    IReadOnlyList<Migration> Migrations { get; }

    /// <summary>The names of the tables that stand where the journal's belong.</summary>
    string Tables { get; }

    /// <summary>Ends a select from leases as l that a write rests on: until the transaction ends, nobody else changes that row.</summary>
    string HoldLease { get; }

    /// <summary>Ends a select: until the transaction ends, nobody else changes its rows of that alias.</summary>
    /// <param name="passOver">Rows that another is about to change are left out, and not waited for.</param>
    string Hold(string alias, bool passOver = false);

    /// <summary>Once, at opening: what must hold before the schema is looked at.</summary>
    /// <exception cref="JournalException">It does not.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    Task<DbConnection> ConnectAsync(CancellationToken cancellationToken);

    /// <param name="writes">False: several queries see one state. True: all of it stays, or nothing.</param>
    Task<DbTransaction> BeginAsync(DbConnection connection, bool writes, CancellationToken cancellationToken);

    /// <summary>Until the transaction ends, no other process changes the schema; makes the place where the tables go.</summary>
    Task LockSchemaAsync(JournalSession session);

    /// <summary>The clock that leases run out by: the same for all that can take them.</summary>
    Task<DateTimeOffset> NowAsync(JournalSession session);

    /// <summary>The statement as this database wants it: "in (@ids)" stands for the values of a list, one parameter however many they are.</summary>
    string Translate(string sql);

    /// <summary>The list for "in (@ids)".</summary>
    SqlMapper.ICustomQueryParameter List(IEnumerable<string> values);

    /// <summary>One statement for many rows.</summary>
    Task ExecuteManyAsync<T>(DbTransaction transaction, string sql, IReadOnlyCollection<T> rows, CancellationToken cancellationToken);

    /// <summary>The exception for people, or null for an error that is ours.</summary>
    JournalException? Explain(Exception problem);
}
