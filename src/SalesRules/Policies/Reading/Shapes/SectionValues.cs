using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>What one section of the file says, key by key.</summary>
internal sealed class SectionValues(Value section, IReadOnlyList<Key> keys)
{
    private readonly Dictionary<Key, Value> places = [];
    private readonly Dictionary<Key, object?> results = [];

    /// <summary>False when a required key is missing or no good, so that nothing can be made of the section.</summary>
    public bool HaveAllRequired => keys.All(key => !key.IsRequired || results.ContainsKey(key));

    /// <summary>The value; the default when the key is left out or was no good, which has been reported.</summary>
    public T Get<T>(Key<T> key) => results.TryGetValue(key, out var result) ? (T)result! : key.Default;

    public bool IsGiven(Key key) => places.ContainsKey(key);

    /// <summary>Where the key's value stands; the section's own place when it is left out.</summary>
    public Value PlaceOf(Key key) => places.TryGetValue(key, out var place) ? place : section.Absent(key.Name);

    /// <summary>Where the section itself stands.</summary>
    public Value Place => section;

    /// <summary>For problems between keys.</summary>
    public void Refuse(string sentence) => section.Refuse(sentence);

    /// <summary>Reads one entry; false when the section has no such key.</summary>
    public bool Read(MapEntry entry)
    {
        if (keys.FirstOrDefault(key => key.Name == entry.Key.Text) is not { } known)
            return false;
        places[known] = section.Member(entry);
        if (known.TryRead(places[known]) is { } read)
            results[known] = read.Result;
        return true;
    }

    public void ReportMissing()
    {
        foreach (var key in keys.Where(key => key.IsRequired && !IsGiven(key)))
            section.Absent(key.Name).Refuse($"missing; expected {key.Shape.Expected}");
    }
}
