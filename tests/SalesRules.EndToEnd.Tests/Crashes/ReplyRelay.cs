using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>
/// Stands between a process and the org and passes everything on unchanged. It knows the one moment that neither end sees: the org
/// has carried a call out, and its reply has not arrived.
/// </summary>
internal sealed class ReplyRelay : IAsyncDisposable
{
    private static readonly HashSet<string> BetweenTwoEnds = new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Transfer-Encoding" };

    private readonly WebApplication application;
    private readonly HttpClient org;
    private readonly ConcurrentQueue<string> served = new();

    private ReplyRelay(WebApplication application, Uri org)
    {
        this.application = application;
        this.org = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = org };
        application.Run(PassOnAsync);
    }

    /// <summary>Told of each reply before it is passed on: its number, the first being 1, and the call. False: it is never passed on.</summary>
    public Func<int, string, Task<bool>> ReplyingAsync { get; set; } = (_, _) => Task.FromResult(true);

    public Uri Address => new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>The calls passed on so far, such as "PATCH /services/data/v64.0/composite/sobjects".</summary>
    public IReadOnlyList<string> Served => [.. served];

    public static async Task<ReplyRelay> StartAsync(Uri org)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var relay = new ReplyRelay(builder.Build(), org);
        await relay.application.StartAsync();
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        org.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        using var request = await RequestAsync(context);
        using var reply = await org.SendAsync(request);
        var body = await reply.Content.ReadAsByteArrayAsync();
        var call = $"{context.Request.Method} {context.Request.Path}";
        served.Enqueue(call);
        if (!await ReplyingAsync(served.Count, call))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)reply.StatusCode;
        foreach (var (name, values) in reply.Headers.Concat(reply.Content.Headers).Where(header => !BetweenTwoEnds.Contains(header.Key)))
            context.Response.Headers[name] = values.ToArray();
        if (body.Length > 0)
            await context.Response.Body.WriteAsync(body);
    }

    private static async Task<HttpRequestMessage> RequestAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Features.Get<IHttpRequestFeature>()!.RawTarget)
        {
            Content = body.Length > 0 ? new ByteArrayContent(body.ToArray()) : null,
        };

        // The org names its own address by the host that was asked: the relay, so that every later call passes here, too.
        request.Headers.Host = context.Request.Host.Value;
        foreach (var (name, values) in context.Request.Headers.Where(header => !BetweenTwoEnds.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        return request;
    }
}
