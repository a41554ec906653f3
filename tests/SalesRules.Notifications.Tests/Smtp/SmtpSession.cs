using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace SalesRules.Notifications.Tests.Smtp;

/// <summary>One client of the <see cref="SmtpServer"/>.</summary>
internal sealed class SmtpSession(SmtpServer server, TcpClient client)
{
    private Stream stream = client.GetStream();
    private bool tls;
    private string? user;
    private string from = "";
    private string to = "";

    public async Task RunAsync()
    {
        using var connection = client;
        try
        {
            if (await AnswerAsync("GREETING", "220 mail.test ESMTP"))
                await ServeAsync();
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or AuthenticationException or ObjectDisposedException)
        {
            // The client went away, or the server stops.
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    private async Task ServeAsync()
    {
        while (await ReadLineAsync() is { } line)
        {
            server.Lines.Enqueue($"{(tls ? "tls" : "plain")} {line}");
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (!await ObeyAsync(verb, line) || verb == "QUIT")
                return;
        }
    }

    /// <summary>False: the connection is over.</summary>
    private Task<bool> ObeyAsync(string verb, string line) => verb switch
    {
        "EHLO" => AnswerAsync(verb, Capabilities()),
        "STARTTLS" => SecureAsync(),
        "AUTH" => SignInAsync(line.Split(' ')),
        "MAIL" => AnswerAsync(verb, MayMail() ? "250 2.1.0 Ok" : "530 5.7.0 Authentication required", () => from = Bracketed(line)),
        "RCPT" => AnswerAsync(verb, "250 2.1.5 Ok", () => to = Bracketed(line)),
        "DATA" => ReceiveAsync(),
        "QUIT" => AnswerAsync(verb, "221 2.0.0 Bye"),
        _ => AnswerAsync(verb, "502 5.5.2 Not known here"),
    };

    private bool MayMail() => server.Mechanisms.Length == 0 || user is not null;

    private string Capabilities()
    {
        List<string> lines = ["mail.test", "8BITMIME"];
        if (server.OffersStartTls && !tls)
            lines.Add("STARTTLS");
        if (tls && server.Mechanisms.Length > 0)
            lines.Add($"AUTH {server.Mechanisms}");
        return string.Join("\r\n", lines.Select((line, place) => $"250{(place == lines.Count - 1 ? ' ' : '-')}{line}"));
    }

    private async Task<bool> SecureAsync()
    {
        var goesOn = await AnswerAsync("STARTTLS", "220 2.0.0 Go ahead");
        if (server.Faults.ContainsKey("STARTTLS"))
            return goesOn;
        var secured = new SslStream(stream);
        stream = secured;
        await secured.AuthenticateAsServerAsync(server.Certificate);
        return tls = true;
    }

    private async Task<bool> SignInAsync(string[] words)
    {
        if (!tls)
            return await AnswerAsync("AUTH", "538 5.7.11 Encryption required");
        var (name, password) = words[1].Equals("PLAIN", StringComparison.OrdinalIgnoreCase) ? await PlainAsync(words) : await LoginAsync(words);
        var isKnown = name == SmtpServer.User && password == server.Password;
        return await AnswerAsync("AUTH", isKnown ? "235 2.7.0 Welcome" : $"535 5.7.8 {password} is not the password of {name}", () => user = isKnown ? name : null);
    }

    private async Task<(string Name, string Password)> PlainAsync(string[] words)
    {
        var parts = Decode(words.Length > 2 ? words[2] : await AskAsync("334 ")).Split('\0');
        return (parts[1], parts[2]);
    }

    private async Task<(string Name, string Password)> LoginAsync(string[] words) =>
        (Decode(words.Length > 2 ? words[2] : await AskAsync("334 VXNlcm5hbWU6")), Decode(await AskAsync("334 UGFzc3dvcmQ6")));

    private async Task<string> AskAsync(string question)
    {
        await WriteAsync(question);
        return await ReadLineAsync() ?? throw new EndOfStreamException();
    }

    private async Task<bool> ReceiveAsync()
    {
        var goesOn = await AnswerAsync("DATA", "354 Go on");
        if (server.Faults.ContainsKey("DATA"))
            return goesOn;
        var data = new StringBuilder();
        string? line;
        while ((line = await ReadLineAsync()) is not null and not ".")
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        // Without the dot at its end it was cut short, and is no mail.
        if (line is null)
            return false;
        // Kept before the answer: a lost reply is a mail that arrived.
        if (server.Faults.GetValueOrDefault("END") is null or "DROP")
            server.Mails.Enqueue(new ReceivedMail(from, to, user, tls, data.ToString()));
        return await AnswerAsync("END", "250 2.0.0 Queued");
    }

    private async Task<bool> AnswerAsync(string at, string duty, Action? whenDone = null)
    {
        await server.Reached(at);
        switch (server.Faults.GetValueOrDefault(at))
        {
            case "DROP":
                return false;
            case "HANG":
                await Task.Delay(Timeout.Infinite, server.Stopping);
                return false;
            case { } reply:
                await WriteAsync(reply);
                return !reply.StartsWith("421", StringComparison.Ordinal);
            default:
                await WriteAsync(duty);
                whenDone?.Invoke();
                return true;
        }
    }

    private async Task WriteAsync(string reply) => await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), server.Stopping);

    // Byte by byte: nothing that belongs to the TLS handshake is read ahead.
    private async Task<string?> ReadLineAsync()
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, server.Stopping) == 1)
        {
            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
            bytes.Add(one[0]);
        }

        return null;
    }

    private static string Bracketed(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
