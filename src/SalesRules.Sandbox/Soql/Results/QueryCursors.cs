using System.Collections.Concurrent;
using System.Globalization;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>The open cursors of the org, found by the locators it handed out.</summary>
internal sealed class QueryCursors(TimeProvider clock)
{
    private const string KeyPrefix = "0r8";

    /// <summary>Beyond this many, the oldest cursor closes early; it keeps an org that runs for weeks from filling up.</summary>
    private const int MaxOpen = 1000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<string, QueryCursor> open = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> byAge = new();
    private long lastNumber;

    /// <summary>Keeps a result for its further pages and returns its id.</summary>
    public string Open(RecordShape shape, Table table, IReadOnlyList<Record> rows)
    {
        var id = RecordId.Create(KeyPrefix, Interlocked.Increment(ref lastNumber));
        open[id] = new QueryCursor(shape, table, [.. rows.Select(row => row.Id)], clock.GetUtcNow());
        byAge.Enqueue(id);
        while (byAge.Count > MaxOpen && byAge.TryDequeue(out var oldest))
            open.TryRemove(oldest, out _);
        return id;
    }

    /// <summary>The table that a locator reads from; null when the cursor is closed or never was.</summary>
    public Table? TableOf(string locator) => open.TryGetValue(IdOf(locator), out var cursor) ? cursor.Table : null;

    /// <summary>Closes the cursor of a locator before its time.</summary>
    public void Close(string locator) => open.TryRemove(IdOf(locator), out _);

    private static string IdOf(string locator) => locator.Split('-', 2)[0];

    /// <summary>The cursor and offset that a locator stands for. A locator may be asked for again and again.</summary>
    public (string Id, QueryCursor Cursor, int Offset) Find(string locator)
    {
        var dash = locator.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0
            && int.TryParse(locator.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && open.TryGetValue(locator[..dash], out var cursor)
            && offset < cursor.Ids.Count
            && clock.GetUtcNow() - cursor.OpenedAt < Lifetime)
            return (locator[..dash], cursor, offset);
        throw new SoqlException(SoqlErrorCodes.InvalidQueryLocator, "invalid query locator");
    }
}
