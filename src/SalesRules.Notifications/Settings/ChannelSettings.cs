using System.Net.Mail;

namespace SalesRules.Notifications.Settings;

/// <summary>A channel's settings after they were checked. Secrets in it print as "(secret)".</summary>
internal abstract record ChannelSettings(string Name, TimeSpan Timeout);

internal sealed record SlackWebhookSettings(string Name, TimeSpan Timeout, Secret Url) : ChannelSettings(Name, Timeout);

/// <param name="Api">Ends with a slash.</param>
internal sealed record SlackBotSettings(string Name, TimeSpan Timeout, Uri Api, Secret Token, string? To) : ChannelSettings(Name, Timeout);

internal sealed record TeamsSettings(string Name, TimeSpan Timeout, Secret Url) : ChannelSettings(Name, Timeout);

/// <param name="Secrets">The current one first.</param>
internal sealed record WebhookSettings(string Name, TimeSpan Timeout, Secret Url, IReadOnlyList<Secret> Secrets) : ChannelSettings(Name, Timeout);

internal sealed record EmailSettings(
    string Name, TimeSpan Timeout, MailServer Server, MailAddress From, MailAddress? ReplyTo, MailAddress? To) : ChannelSettings(Name, Timeout);

/// <param name="User">Null: no signing in.</param>
internal sealed record MailServer(string Host, int Port, bool Tls, string? User, Secret? Password);
