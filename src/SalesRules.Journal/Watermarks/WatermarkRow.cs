using System.Text.Json;
using SalesRules.Journal.Database;

namespace SalesRules.Journal.Watermarks;

/// <summary>A row of watermarks.</summary>
internal sealed record WatermarkRow
{
    public string Modstamp { get; init; } = "";

    public string? LastId { get; init; }

    public string PolicyHash { get; init; } = "";

    public string AsOf { get; init; } = "";

    /// <summary>As a JSON list; null: nothing was lost.</summary>
    public string? GapParts { get; init; }

    public string? GapSince { get; init; }

    public Watermark ToWatermark() => new(Stored.Instant(Modstamp), Stored.Id(LastId), PolicyHash, Stored.Date(AsOf), Gap());

    private SchemaGap? Gap() =>
        GapParts is { } parts && GapSince is { } since ? new SchemaGap(JsonSerializer.Deserialize<string[]>(parts)!, Stored.Instant(since)) : null;
}
