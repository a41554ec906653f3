using System.Globalization;

namespace SalesRules.Sandbox.Faults.Calls;

/// <summary>Which page of its result a locator stands for. Pages differ in size, so the offsets asked for tell: the lowest is page 2.</summary>
internal sealed class CursorPages
{
    /// <summary>Beyond this many the oldest is forgotten.</summary>
    private const int MaxCursors = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedSet<int>> offsets = new(StringComparer.Ordinal);
    private readonly Queue<string> byAge = new();

    /// <summary>The page, 2 or more; null for what is no locator.</summary>
    public int? PageOf(string locator)
    {
        var dash = locator.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !int.TryParse(locator.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            return null;
        lock (gate)
        {
            var seen = Of(locator[..dash]);
            seen.Add(offset);
            return 1 + seen.GetViewBetween(0, offset).Count;
        }
    }

    private SortedSet<int> Of(string cursor)
    {
        if (offsets.TryGetValue(cursor, out var seen))
            return seen;
        byAge.Enqueue(cursor);
        if (byAge.Count > MaxCursors)
            offsets.Remove(byAge.Dequeue());
        return offsets[cursor] = [];
    }
}
