using System.Net.Mail;
using System.Text;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Email;

/// <summary>Hands mails to a server for submission (SMTP): over TLS from before the sign-in, or not at all.</summary>
internal sealed class EmailChannel(EmailSettings settings, TimeProvider time) : IChannel
{
    private readonly Submission submission = new(settings);

    public string Name => settings.Name;

    public bool TakesMailAddresses => true;

    public async Task<Verdict> SendAsync(Message message, Recipient recipient, CancellationToken cancellationToken)
    {
        if (Address(recipient) is not { } to)
            return new Verdict.Refused($"Channel {Name}: {recipient.Name} has no usable mail address, and Channels:{Name}:To names none. Set one of the two.");
        try
        {
            var mail = Mail.Of(message, settings.From, to, settings.ReplyTo);
            // The framework's client hears a cancellation only until it is connected. Whatever is left behind here ends by its own limit.
            await submission.SendAsync(mail, cancellationToken).WaitAsync(settings.Timeout, time, cancellationToken);
            return new Verdict.Delivered();
        }
        catch (TimeoutException)
        {
            return new Verdict.RetryLater(null, $"Channel {Name}: the mail server did not answer within {settings.Timeout:c}. It is tried again.");
        }
        catch (Exception problem) when (SmtpVerdicts.Knows(problem) && cancellationToken.IsCancellationRequested)
        {
            // The framework says it so where it was connected already.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception problem) when (SmtpVerdicts.Knows(problem))
        {
            return SmtpVerdicts.Of(settings, recipient, problem);
        }
    }

    // ASCII only: few servers take other letters in an address, and the framework fails on the rest.
    private MailAddress? Address(Recipient recipient)
    {
        if (string.IsNullOrWhiteSpace(recipient.Address))
            return settings.To;
        return MailAddress.TryCreate(recipient.Address, out var address) && Ascii.IsValid(address.Address) ? address : null;
    }
}
