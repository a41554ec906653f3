using SalesRules.Journal.Database;

namespace SalesRules.Journal.Watermarks;

/// <summary>A row of watermarks.</summary>
internal sealed record WatermarkRow
{
    public string Modstamp { get; init; } = "";

    public string? LastId { get; init; }

    public string PolicyHash { get; init; } = "";

    public string AsOf { get; init; } = "";

    public Watermark ToWatermark() => new(Stored.Instant(Modstamp), Stored.Id(LastId), PolicyHash, Stored.Date(AsOf));
}
