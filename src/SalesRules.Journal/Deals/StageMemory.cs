using System.Text.Json;
using SalesRules.Journal.Database;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Deals;

/// <summary>The stages that a deal went through, as they were read with one of its versions: while it is that version they need not be read again.</summary>
internal static class StageMemory
{
    public static string Text(IReadOnlyList<StageEntry> entries) =>
        JsonSerializer.Serialize(entries.Select(entry => new Entry(entry.StageName, Stored.Text(entry.EnteredAt), entry.EnteredBy?.Value)));

    public static IReadOnlyList<StageEntry> Read(string json) =>
    [
        .. JsonSerializer.Deserialize<List<Entry>>(json)!
            .Select(entry => new StageEntry(entry.Stage, Stored.Instant(entry.At), entry.By is { } by ? SalesforceId.Parse(by) : null)),
    ];

    private sealed record Entry(string Stage, string At, string? By);
}
