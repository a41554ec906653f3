using System.Collections.Concurrent;
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

    private Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public string Url => app.Urls.Single();

    public IReadOnlyList<ReceivedCall> Calls => [.. calls];

    /// <summary>What it answers: HTTP 200 and "ok" unless a test says otherwise.</summary>
    public Func<ReceivedCall, Reply> Answer { get; set; } = _ => Reply.Of(200, "ok");

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
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
