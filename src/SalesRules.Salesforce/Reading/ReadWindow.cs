using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Salesforce.Reading;

/// <summary>Which changes a read takes, by SystemModstamp. Both edges belong to it, so windows that touch lose nothing.</summary>
/// <param name="From">The lower edge; null reads from the beginning.</param>
/// <param name="To">The upper edge, without which a read of a busy org might never end; null reads to the end.</param>
/// <param name="Watermark">What to keep for the next read once everything of this one is safely stored.</param>
public sealed record ReadWindow(DateTimeOffset? From, DateTimeOffset? To, DateTimeOffset Watermark)
{
    // A reply's Date counts whole seconds and may be a second old, so the server's true time can be this far ahead.
    private static readonly TimeSpan ClockResolution = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The window after a watermark. It begins earlier by the overlap, because a row becomes visible only when its
    /// transaction commits but carries the stamp of its beginning; what is read twice has to be recognised by id and stamp.
    /// </summary>
    /// <param name="watermark">That of the last read; null is the first read, which is not bounded above either.</param>
    /// <param name="serverNow">The server's clock.</param>
    /// <param name="overlap">How far to read again.</param>
    /// <param name="lag">How far to stay behind the server's clock.</param>
    public static ReadWindow After(DateTimeOffset? watermark, DateTimeOffset serverNow, TimeSpan overlap, TimeSpan lag)
    {
        var end = WholeSecond(serverNow - lag);
        if (watermark is not { } last)
            return new(null, null, end);
        // A clock that was set back must not move the watermark back behind what was read already.
        end = end < last ? last : end;
        return new(WholeSecond(last - overlap), end + ClockResolution, end);
    }

    /// <summary>
    /// Of the window, what was there before its read began and has not changed since: rows only leave it, by a change or a deletion,
    /// unless they become visible late.
    /// </summary>
    public SoqlCondition Settled => SoqlCondition.All(
        From is { } from ? SoqlCondition.Compare("SystemModstamp", SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(from)) : null,
        SoqlCondition.Compare("SystemModstamp", SoqlComparison.Less, SoqlLiteral.Of(Watermark)))!;

    internal SoqlCondition? Condition => SoqlCondition.All(
        From is { } from ? SoqlCondition.Compare("SystemModstamp", SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(from)) : null,
        To is { } to ? SoqlCondition.Compare("SystemModstamp", SoqlComparison.LessOrEqual, SoqlLiteral.Of(to)) : null);

    private static DateTimeOffset WholeSecond(DateTimeOffset instant) => new(instant.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
