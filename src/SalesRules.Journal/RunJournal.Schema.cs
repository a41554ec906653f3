using SalesRules.Journal.Database;

namespace SalesRules.Journal;

/// <summary>The schema that this program knows.</summary>
public sealed partial class RunJournal
{
    /// <summary>The version that opening a journal brings it to.</summary>
    public static int NewestSchema => Migration.All[^1].Version;
}
