namespace SalesRules.Notifications.Channels;

/// <summary>The channels of the settings, by name.</summary>
public sealed class ChannelBook(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<string, IChannel> byName = channels.ToDictionary(channel => channel.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<IChannel> All => byName.Values;

    /// <summary>Null where the settings have no such channel.</summary>
    public IChannel? Find(string name) => byName.GetValueOrDefault(name);
}
