using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesRules.Notifications.Tests.Receivers;

/// <summary>A real HTTP server in the place of Slack, Teams or a user's program, whose replies a test scripts.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedCall> calls = new();

    private Receiver(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public string Url => app.Urls.Single();

    public IReadOnlyList<ReceivedCall> Calls => [.. calls];

    /// <summary>What it answers: HTTP 200 and "ok" unless a test says otherwise.</summary>
    public Func<ReceivedCall, Reply> Answer { get; set; } = _ => Reply.Of(200, "ok");

    /// <param name="certificate">Null: without TLS.</param>
    public static async Task<Receiver> StartAsync(X509Certificate2? certificate = null)
    {
        var receiver = new Receiver(certificate);
        await receiver.app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        // A hanging request must not hold the shutdown.
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var call = await ReceivedCall.FromAsync(context.Request);
        calls.Enqueue(call);
        await Answer(call).WriteAsync(context);
    }
}
