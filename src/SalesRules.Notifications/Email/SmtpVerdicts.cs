using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Email;

/// <summary>What a mail server's answer, or its silence, means. Of its words only the codes are repeated: they may quote a password.</summary>
internal static partial class SmtpVerdicts
{
    // The framework reports a refused sign-in as this: it goes on without, and the server then asks for one.
    private const SmtpStatusCode SignInNeeded = SmtpStatusCode.MustIssueStartTlsFirst;

    // Of its own making: no answer of the server lies behind it.
    private const SmtpStatusCode NoAnswer = SmtpStatusCode.GeneralFailure;

    /// <summary>Whether an exception is the outside's doing. The framework wraps most that happen on the wire, and promises it of none.</summary>
    public static bool Knows(Exception problem) =>
        problem is SmtpException or IOException or SocketException or AuthenticationException or ObjectDisposedException;

    public static Verdict Of(EmailSettings settings, Recipient recipient, Exception problem) => problem switch
    {
        SmtpException { StatusCode: SignInNeeded } => new Verdict.Refused(SignIn(settings)),
        SmtpException { StatusCode: not NoAnswer } answer => Answered(settings, recipient, answer),
        _ => Unanswered(settings, problem),
    };

    private static Verdict Unanswered(EmailSettings settings, Exception problem)
    {
        var (channel, server) = ($"Channel {settings.Name}", $"{settings.Server.Host}:{settings.Server.Port}");
        return Cause(problem) switch
        {
            AuthenticationException => new Verdict.Refused($"{channel}: this machine does not trust the certificate of {server}, or it belongs to another name. "
                + $"Set Channels:{settings.Name}:Host to the name in the certificate, and install its authority on this machine."),
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } =>
                new Verdict.RetryLater(null, $"{channel}: the name {settings.Server.Host} is not known. Check Channels:{settings.Name}:Host. It is tried again."),
            SocketException => new Verdict.RetryLater(null, $"{channel}: no connection to {server}. Check Channels:{settings.Name}:Port and the firewall. It is tried again."),
            null when settings.Server.Tls => new Verdict.Refused($"{channel}: {server} does not offer STARTTLS, so nothing was sent. "
                + $"Set Channels:{settings.Name}:Port to the server's port for submission, mostly 587."),
            _ => new Verdict.RetryLater(null, $"{channel}: the connection to {server} broke before the mail was confirmed; it may have arrived. It is tried again."),
        };
    }

    private static string SignIn(EmailSettings settings) => settings.Server.User is null
        ? $"Channel {settings.Name}: the mail server wants a sign-in. Set Channels:{settings.Name}:User and Password."
        : $"Channel {settings.Name}: the mail server did not accept the sign-in. Check Channels:{settings.Name}:User and Password (many providers want an app password), "
            + "and that the server offers AUTH LOGIN.";

    private static Verdict Answered(EmailSettings settings, Recipient recipient, SmtpException problem)
    {
        var code = (int)problem.StatusCode;
        var detail = EnhancedCode().Match(problem.Message) is { Success: true } match ? $"{code} {match.Value}" : $"{code}";
        if (code is >= 400 and < 500)
            return new Verdict.RetryLater(null, $"Channel {settings.Name}: the mail server says {detail}, not now. It is tried again.");
        var who = problem is SmtpFailedRecipientException ? $" for {recipient.Name}" : "";
        return new Verdict.Refused($"Channel {settings.Name}: the mail server says {detail}{who}: {Remedy(settings, problem)}.");
    }

    private static string Remedy(EmailSettings settings, SmtpException problem) => problem switch
    {
        SmtpFailedRecipientException => "it takes no mail for that address. Correct the recipient's address",
        { StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed } =>
            $"it does not let us send as Channels:{settings.Name}:From. Allow the user to send as it, or change it",
        { StatusCode: SmtpStatusCode.ExceededStorageAllocation } => "the mail is larger than it takes, or the mailbox is full",
        _ => "it does not take the mail. Its log says why",
    };

    /// <summary>What lies behind a failure; null: nothing, the framework itself ended the conversation.</summary>
    private static Exception? Cause(Exception problem)
    {
        var cause = problem is SmtpException ? problem.InnerException : problem;
        while (cause is not (null or AuthenticationException or SocketException) && cause.InnerException is { } inner)
            cause = inner;
        return cause;
    }

    [GeneratedRegex(@"(?<=: )[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedCode();
}
