namespace SalesRules.Notifications.Channels;

/// <summary>Who is to be reached through a channel.</summary>
/// <param name="Name">What they are called in the settings, in reasons and in logs; or a user's id.</param>
/// <param name="Address">
/// A mail address, or a Slack channel or member id. Null: the channel's own (<c>Channels:NAME:To</c>); channels that post to one fixed
/// place need none.
/// </param>
/// <param name="Mail">Their mail address where it is known, for channels that pass it on; the name may be a user's id.</param>
public sealed record Recipient(string Name, string? Address = null, string? Mail = null);
