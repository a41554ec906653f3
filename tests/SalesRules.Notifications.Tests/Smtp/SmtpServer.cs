using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace SalesRules.Notifications.Tests.Smtp;

/// <summary>A small mail server for submission: STARTTLS, AUTH PLAIN and LOGIN, and faults on command.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    public const string User = "rules@sales.example";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly Task accepting;

    public SmtpServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Password { get; init; } = "p4ss-word of the mail server";

    public X509Certificate2 Certificate { get; init; } = TestCertificate.Trusted;

    public bool OffersStartTls { get; init; } = true;

    /// <summary>What it offers; none: it takes mail from everybody.</summary>
    public string Mechanisms { get; init; } = "PLAIN LOGIN";

    /// <summary>What it does at a command (or GREETING, or END for the end of the data) instead of its duty: a reply, DROP or HANG.</summary>
    public ConcurrentDictionary<string, string> Faults { get; } = new();

    /// <summary>Called at each command, GREETING and END, before it answers.</summary>
    public Func<string, Task> Reached { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();

    /// <summary>Every line of every client, marked with what it came through.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    public CancellationToken Stopping => stop.Token;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(sessions);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                sessions.Add(new SmtpSession(this, client).RunAsync());
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
