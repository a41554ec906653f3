using SalesRules.Journal.Messages;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Recipients;

namespace SalesRules.Host.Alerts;

/// <summary>A message for one person, with all that is needed to send it, now or after a restart.</summary>
/// <param name="Recipient">Who it is for: a name of the settings, or a user's id. With the message's key it says which letter this is.</param>
/// <param name="Profile">The recipient of the settings whose channels and hours it goes by.</param>
/// <param name="Address">Their mail address, where the profile is for many people; null: the profile has its own.</param>
internal sealed record Letter(string Recipient, string Profile, string? Address, Message Message)
{
    /// <summary>A letter to a recipient of the settings.</summary>
    public static Letter To(RecipientProfile profile, Message message) => new(profile.Name, profile.Name, null, message);

    public QueuedMessage ToQueued() => new(Message.Key, Recipient, LetterJson.Write(this));
}
