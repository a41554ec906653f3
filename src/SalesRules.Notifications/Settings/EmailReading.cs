using System.Globalization;
using System.Net;

namespace SalesRules.Notifications.Settings;

/// <summary>A mail server, and who sends through it.</summary>
internal sealed class EmailReading(ChannelOptions options, ChannelValues values)
{
    private const int SubmissionPort = 587;
    private const int ImplicitTlsPort = 465;

    public EmailSettings? Read()
    {
        values.DemandOnly(options, "a mail server", "Host", "Port", "User", "Password", "PasswordFile", "Tls", "From", "ReplyTo", "To");
        var timeout = values.Timeout(options.Timeout);
        var server = Server();
        var from = values.MailAddress("From", options.From);
        if (ChannelValues.Text(options.From) is null)
            values.Wrong("From", "is missing", "set it to the sender, such as Sales rules <rules@example.com>");
        var (replyTo, to) = (values.MailAddress("ReplyTo", options.ReplyTo), values.MailAddress("To", options.To));
        return server is not null && from is not null ? new(values.Channel, timeout, server, from, replyTo, to) : null;
    }

    private MailServer? Server()
    {
        var host = ChannelValues.Text(options.Host);
        var isHost = host is not null && Uri.CheckHostName(host) != UriHostNameType.Unknown;
        if (!isHost)
            values.Wrong("Host", host is null ? "is missing" : "is not the name of a host", "set it to the mail server, such as smtp.example.com");
        var (port, tls) = (Port(), Tls(host));
        var password = values.Secret("Password", options.Password, options.PasswordFile);
        return IsSignIn(password, tls) && isHost && port is { } number ? new(host!, number, tls, ChannelValues.Text(options.User), password) : null;
    }

    private int? Port()
    {
        if (ChannelValues.Text(options.Port) is not { } text)
            return SubmissionPort;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > IPEndPoint.MaxPort)
            values.Wrong("Port", "is not a port", "expected 1 to 65535, mostly 587");
        else if (port == ImplicitTlsPort)
            values.Wrong("Port", "is 465, where servers expect TLS from the first byte", "use the server's port for STARTTLS, mostly 587");
        else
            return port;
        return null;
    }

    private bool Tls(string? host)
    {
        var isNone = "None".Equals(ChannelValues.Text(options.Tls), StringComparison.OrdinalIgnoreCase);
        if (!isNone && ChannelValues.Text(options.Tls) is { } text && !text.Equals("Required", StringComparison.OrdinalIgnoreCase))
            values.Wrong("Tls", "is not known", "expected Required or None");
        if (isNone && host is not null && !IsThisMachine(host))
            values.Wrong("Tls", "is None, which would send mail in the clear", "only a server on this machine may go without; expected Required");
        return !isNone;
    }

    private bool IsSignIn(Secret? password, bool tls)
    {
        var user = ChannelValues.Text(options.User);
        if (user is not null && password is null && ChannelValues.Text(options.PasswordFile) is null)
            values.Wrong("Password", "is missing", "User is set, so set Password or PasswordFile too");
        else if (user is null && password is not null)
            values.Wrong("User", "is missing", "a password is set, so set the user too");
        else if (user is not null && !tls)
            values.Wrong("Tls", "is None beside a User", "a password is only sent over TLS; expected Required");
        else
            return true;
        return false;
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
