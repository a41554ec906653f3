using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesRules.Salesforce.Tests.Stub;

/// <summary>A real HTTP server whose replies a test scripts, for what goes wrong on the way. Sign-in works unless scripted.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<StubReply> script = new();
    private readonly ConcurrentQueue<StubCall> calls = new();
    private int signIns;

    private StubServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Url => new(app.Urls.Single());

    /// <summary>The data calls that arrived, in order; sign-ins are counted apart.</summary>
    public IReadOnlyList<StubCall> Calls => [.. calls];

    public int SignIns => signIns;

    /// <summary>Answers every data call instead of the script.</summary>
    public Func<StubCall, StubReply>? Answer { get; set; }

    /// <summary>Answers a sign-in: its number, from 1.</summary>
    public Func<int, StubCall, StubReply>? AnswerSignIn { get; set; }

    public static async Task<StubServer> StartAsync()
    {
        var stub = new StubServer();
        await stub.app.StartAsync();
        return stub;
    }

    /// <summary>Adds replies to the script; each data call takes the next.</summary>
    public StubServer Then(params StubReply[] replies)
    {
        foreach (var reply in replies)
            script.Enqueue(reply);
        return this;
    }

    public StubReply TokenReply(int number, string? extra = null) => StubReply.Json($$"""
        {"access_token":"00Dxx0000001gPL!{{number}}","instance_url":"{{Url.GetLeftPart(UriPartial.Authority)}}",
         "id":"https://login.example/id/00Dxx0000001gPLEAY/005xx000001SvogAAC"{{extra}}}
        """);

    public async ValueTask DisposeAsync()
    {
        // A hanging request must not hold the shutdown.
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var call = await StubCall.FromAsync(context.Request);
        if (call.Path == "/services/oauth2/token")
        {
            var number = Interlocked.Increment(ref signIns);
            await (AnswerSignIn?.Invoke(number, call) ?? TokenReply(number)).WriteAsync(context);
            return;
        }
        calls.Enqueue(call);
        var reply = Answer?.Invoke(call) ?? (script.TryDequeue(out var next) ? next : StubReply.Error(400, "NOT_SCRIPTED", call.Path));
        await reply.WriteAsync(context);
    }
}
