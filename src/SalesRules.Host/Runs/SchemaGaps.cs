using SalesRules.Journal.Watermarks;
using SalesRules.Schemas;

namespace SalesRules.Host.Runs;

/// <summary>
/// What a watermark keeps of schema drift. While it only grows, a run reads what changed, as always; once a part of it is back, what was
/// decided without it is decided again.
/// </summary>
internal static class SchemaGaps
{
    /// <summary>Since when records were decided without something that is back now; null: nothing has come back.</summary>
    public static DateTimeOffset? Healed(Watermark last, SchemaDrift now) =>
        last.Gap is { } gap && gap.Parts.Except(now.Parts(), StringComparer.Ordinal).Any() ? gap.Since : null;

    /// <summary>The gap to keep with the watermark of a run.</summary>
    /// <param name="last">Null: the run read everything.</param>
    public static SchemaGap? After(Watermark? last, SchemaDrift now) =>
        now.IsNone ? null : new SchemaGap(now.Parts(), last is null ? DateTimeOffset.UnixEpoch : last.Gap?.Since ?? last.Modstamp);
}
