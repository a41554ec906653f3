namespace SalesRules.Notifications.Recipients;

/// <summary>The recipients of the settings, by name.</summary>
public sealed class RecipientBook(IEnumerable<RecipientProfile> profiles)
{
    private readonly Dictionary<string, RecipientProfile> byName = profiles.ToDictionary(profile => profile.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<RecipientProfile> All => byName.Values;

    /// <summary>The recipient who is that user of Salesforce; null where the settings name none.</summary>
    /// <param name="id">15 or 18 characters.</param>
    // The first 15 characters are the id; the others are a checksum for programs that mix up cases.
    public RecipientProfile? FindUser(string id) => byName.Values.FirstOrDefault(profile => profile.User is { } user && user.AsSpan(0, 15).SequenceEqual(id.AsSpan(0, 15)));

    /// <summary>Null where the settings name nobody so.</summary>
    public RecipientProfile? Find(string name) => byName.GetValueOrDefault(name);
}
