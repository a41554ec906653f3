namespace SalesRules.Notifications.Settings;

/// <summary>
/// One channel as it stands in the settings, <c>Channels:NAME</c>. All text: what is wrong with a value is said by its key, never by quoting it,
/// since a secret may stand in the wrong place.
/// </summary>
public sealed class ChannelOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Channels";

    /// <summary>Slack, Email, Teams or Webhook.</summary>
    public string? Kind { get; set; }

    /// <summary>Slack: the incoming webhook's address, or with a token the API's. Teams, Webhook: the address to post to. It is a secret.</summary>
    public string? Url { get; set; }

    /// <summary>A file that holds <see cref="Url"/>.</summary>
    public string? UrlFile { get; set; }

    /// <summary>Slack: the app's bot token, xoxb-...</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds <see cref="Token"/>.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Webhook: what requests are signed with, 32 characters or more.</summary>
    public string? Secret { get; set; }

    /// <summary>A file that holds <see cref="Secret"/>.</summary>
    public string? SecretFile { get; set; }

    /// <summary>Webhook: the secret that is being replaced. Requests are signed with both.</summary>
    public string? PreviousSecret { get; set; }

    /// <summary>A file that holds <see cref="PreviousSecret"/>.</summary>
    public string? PreviousSecretFile { get; set; }

    /// <summary>Email: the mail server.</summary>
    public string? Host { get; set; }

    /// <summary>Email: 587 by default, the port for submission with STARTTLS.</summary>
    public string? Port { get; set; }

    /// <summary>Email: who signs in. None: the server takes mail from this machine without.</summary>
    public string? User { get; set; }

    /// <summary>Email: the password of <see cref="User"/>.</summary>
    public string? Password { get; set; }

    /// <summary>A file that holds <see cref="Password"/>.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Email: <c>Required</c>, the default, or <c>None</c>, which only a server on this machine may have.</summary>
    public string? Tls { get; set; }

    /// <summary>Email: the sender, such as <c>Sales rules &lt;rules@example.com&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>Email: where answers go. None: to the sender.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Email, Slack with a token: where messages go that name no address.</summary>
    public string? To { get; set; }

    /// <summary>How long one try may take: 30 seconds by default.</summary>
    public string? Timeout { get; set; }
}
