using System.Diagnostics;

namespace SalesRules.Journal.Database;

/// <summary>
/// One activity a transaction, so that a trace shows where the time of a run goes: <c>journal.read</c>, <c>journal.write</c>, and
/// within a write <c>journal.commit</c>, which waits for the disk. Where nobody listens it costs nothing.
/// </summary>
internal static class JournalTelemetry
{
    private static readonly ActivitySource Source = new("SalesRules.Journal");

    public static Activity? Transaction(bool writes) => Source.StartActivity(writes ? "journal.write" : "journal.read", ActivityKind.Client);

    public static Activity? Commit(bool writes) => writes ? Source.StartActivity("journal.commit") : null;
}
