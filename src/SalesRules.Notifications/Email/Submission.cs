using System.Net;
using System.Net.Mail;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Email;

/// <summary>One connection to the mail server for one mail, in the framework's client.</summary>
internal sealed class Submission(EmailSettings settings)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <param name="mail">Disposed of at the end.</param>
    /// <exception cref="SmtpException">Whatever went wrong.</exception>
    public async Task SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        using (mail)
        using (var client = Client())
            await client.SendMailAsync(mail, cancellationToken);
    }

    private SmtpClient Client() => new(settings.Server.Host, settings.Server.Port)
    {
        // Asks for STARTTLS before anything else, and fails where the server does not offer it.
        EnableSsl = settings.Server.Tls,
        Credentials = settings.Server.User is { } user ? new NetworkCredential(user, settings.Server.Password!.Reveal()) : null,
        // Later than the channel's own limit, which says what happened.
        Timeout = (int)(settings.Timeout + Grace).TotalMilliseconds,
    };
}
