using SalesRules.Journal.Database.Sqlite;

namespace SalesRules.Journal;

/// <summary>The schema that this program knows.</summary>
public sealed partial class RunJournal
{
    /// <summary>The version that opening a journal brings it to, the same for every database.</summary>
    public static int NewestSchema => SqliteDialect.NewestSchema;
}
