namespace SalesRules.Notifications.Recipients;

/// <summary>The recipients of the settings, by name.</summary>
public sealed class RecipientBook(IEnumerable<RecipientProfile> profiles)
{
    private readonly Dictionary<string, RecipientProfile> byName = profiles.ToDictionary(profile => profile.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<RecipientProfile> All => byName.Values;

    /// <summary>Null where the settings name nobody so.</summary>
    public RecipientProfile? Find(string name) => byName.GetValueOrDefault(name);
}
