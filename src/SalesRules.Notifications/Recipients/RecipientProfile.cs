using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Deliveries;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Recipients;

/// <summary>Somebody who is told: through which channels, at which address of each, and when.</summary>
/// <param name="Addresses">By channel; null where the channel's own is used.</param>
/// <param name="UrgentAtAnyTime">Whether an urgent message may disturb them.</param>
public sealed record RecipientProfile(string Name, DeliveryPlan Plan, IReadOnlyDictionary<string, string?> Addresses, bool UrgentAtAnyTime)
{
    /// <summary>Their user in Salesforce, by an id of 15 or 18 characters; null: none is named.</summary>
    public string? User { get; init; }

    /// <summary>Who they are to a channel of their plan.</summary>
    public Recipient At(string channel) => new(Name, Addresses.GetValueOrDefault(channel));

    /// <summary>Whether a message of a level goes out at any time.</summary>
    public bool MayDisturb(Level level) => UrgentAtAnyTime && level == Level.Urgent;
}
