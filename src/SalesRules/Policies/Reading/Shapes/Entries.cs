using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>The keys of a map with duplicates reported; both maps and sections read theirs through it.</summary>
internal static class Entries
{
    /// <summary>Each key's first entry; none for a key with nothing behind it; null when the value is no map.</summary>
    public static IReadOnlyList<MapEntry>? Of(Value value, StringComparer comparer)
    {
        if (value.Node.IsNull)
            return [];
        return value.Node is MapNode map ? FirstOfEach(value, map, comparer) : null;
    }

    private static List<MapEntry> FirstOfEach(Value value, MapNode map, StringComparer comparer)
    {
        var firsts = new Dictionary<string, MapEntry>(comparer);
        var entries = new List<MapEntry>();
        foreach (var entry in map.Entries)
        {
            if (firsts.TryAdd(entry.Key.Text, entry))
                entries.Add(entry);
            else
                value.KeyOf(entry).Refuse(FormattableString.Invariant($"the key is given twice; the first is on line {firsts[entry.Key.Text].Key.Line}"));
        }

        return entries;
    }
}
