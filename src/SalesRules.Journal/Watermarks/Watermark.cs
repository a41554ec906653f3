using SalesRules.Snapshots;

namespace SalesRules.Journal.Watermarks;

/// <summary>How far a stream of records has been read and decided.</summary>
/// <param name="Modstamp">The last record's SystemModstamp.</param>
/// <param name="LastId">The last record among those of that instant; null: all of them are still to come.</param>
/// <param name="PolicyHash">By which policy they were decided.</param>
/// <param name="AsOf">For which business date.</param>
/// <param name="Gap">What the org lacked then; null: nothing.</param>
public sealed record Watermark(DateTimeOffset Modstamp, SalesforceId? LastId, string PolicyHash, DateOnly AsOf, SchemaGap? Gap = null);
