using System.Globalization;
using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.PolicyReview;

/// <summary>Where the keys of a policy file stand, by their path: custom-rules[0].when.</summary>
internal sealed class KeyPlaces
{
    private readonly Dictionary<string, (int Line, int Column)> places = new(StringComparer.Ordinal);

    public KeyPlaces(PolicyNode root) => Add("", root);

    /// <summary>Whether the file has the key.</summary>
    public bool Has(string path) => places.ContainsKey(path);

    /// <summary>The place of the key, or of the nearest one above it that is there.</summary>
    public (int Line, int Column) Of(string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (places.TryGetValue(at, out var place))
                return place;
        }

        return (1, 1);
    }

    private void Add(string path, PolicyNode node)
    {
        if (node is MapNode map)
        {
            foreach (var entry in map.Entries)
                Add(path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}", entry.Key, entry.Value);
        }
        else if (node is ListNode list)
        {
            for (var index = 0; index < list.Items.Count; index++)
                Add(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), list.Items[index], list.Items[index]);
        }
    }

    private void Add(string path, PolicyNode place, PolicyNode node)
    {
        places.TryAdd(path, (place.Line, place.Column));
        Add(path, node);
    }
}
