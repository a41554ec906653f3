using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Conditions;
using SalesRules.Sandbox.Http;
using SalesRules.Sandbox.Identity;
using SalesRules.Sandbox.Loading;
using SalesRules.Sandbox.Soql;

namespace SalesRules.Sandbox;

/// <summary>A small Salesforce org on loopback: start it, point a client at <see cref="Address"/>, look inside through <see cref="Org"/>.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    // URL plus headers of a call may take about this much; beyond it Salesforce answers 414 or 431.
    private const int LongestRequestHead = 16_384;

    private readonly WebApplication application;
    private readonly DataApi data;

    private SandboxServer(WebApplication application, DataApi data, Org org, Sessions sessions, ApiCallLog calls, FaultPlan faults)
    {
        this.application = application;
        this.data = data;
        Org = org;
        Sessions = sessions;
        Calls = calls;
        Faults = faults;
    }

    /// <summary>Where the org answers, such as <c>http://127.0.0.1:41234/</c>; the same port answers https, with a certificate of its own.</summary>
    public Uri Address => new UriBuilder(ListeningAddress) { Scheme = Uri.UriSchemeHttp }.Uri;

    /// <summary>The org itself, for whoever shares the process.</summary>
    public Org Org { get; }

    /// <summary>Who is signed in; <see cref="Identity.Sessions.ExpireAll"/> makes every client sign in again.</summary>
    public Sessions Sessions { get; }

    /// <summary>The calls served, one by one.</summary>
    public ApiCallLog Calls { get; }

    /// <summary>What goes wrong on demand; nothing until faults are added.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Data API calls served since the start; signing in does not count.</summary>
    public long ApiCalls => Calls.Count;

    /// <summary>What whoever started the org should be told, one sentence each.</summary>
    public IReadOnlyList<string> Notices { get; private init; } = [];

    /// <summary>What came out of <see cref="SandboxOptions.DataFile"/>; null when the org was generated.</summary>
    public LoadReport? Loaded { get; private init; }

    private string ListeningAddress => application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Generates or loads the org and starts to serve it.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var orgClock = new SkewedClock(clock);
        var org = new Org(options, orgClock);
        var loaded = await Task.Run(() => OrgContents.Fill(org), cancellationToken);
        var reach = new FaultReach(
            org, new Sessions(orgClock, org.Id), new ApiUsage(orgClock, options.DailyApiRequests), new SoqlEngine(org.Store, orgClock), orgClock);
        var calls = new ApiCallLog();
        var faults = new FaultPlan(reach);
        var data = new DataApi(org, reach.Sessions, calls, reach.Usage, reach.Queries);
        var application = Build(options, clock);
        MapEndpoints(application, data, reach, faults);
        var server = new SandboxServer(application, data, org, reach.Sessions, calls, faults) { Notices = [.. NoticesOf(options)], Loaded = loaded };
        await application.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Stops serving; with a cancelled token, at once.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => application.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync(new CancellationToken(canceled: true));
        await application.DisposeAsync();
        await data.DisposeAsync();
        Org.Dispose();
    }

    private static WebApplication Build(SandboxOptions options, TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddRequestDecompression();
        builder.Services.AddResponseCompression(compression => compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = LongestRequestHead;
            kestrel.Limits.MaxRequestHeadersTotalSize = LongestRequestHead;
            kestrel.Limits.MaxRequestBufferSize = 4 * LongestRequestHead;
            kestrel.Listen(IPAddress.Loopback, options.Port, listener => listener.UsePlainOrTls(SelfSignedCertificate.Create(clock)));
        });
        return builder.Build();
    }

    // Faults stand between the readable request and the org: they see every call and can replace any reply.
    private static void MapEndpoints(WebApplication application, DataApi data, FaultReach reach, FaultPlan faults)
    {
        var (org, sessions) = (reach.Org, reach.Sessions);
        var signIn = new SignIn(org, sessions);
        application.Use((context, next) => DateHeader(context, next, org.Clock));
        application.UseRequestDecompression();
        application.Use(SlashNormalization.Apply);
        application.Use(new FaultInterceptor(faults, reach).Apply);
        application.UseResponseCompression();
        application.Use(UnexpectedErrors.Answer);
        application.UseRouting();
        new IdentityEndpoints(org, sessions, signIn).Map(application);
        new FaultEndpoints(faults).Map(application);
        application.MapGet("/services/data", context => VersionsEndpoint.Serve(context, org.Options.ApiVersion));
        application.Map("/services/data/{version}/{**resource}", data.Serve);
        // The org streams nothing: a client that probes for it, by WebSocket or otherwise, is told so at once.
        application.Map("/cometd/{**channel}", context => WireReply.Send(
            context, ApiReply.Errors(400, ApiException.BadRequest("UNKNOWN_EXCEPTION", "This org has no streaming API.").Errors)));
        application.MapFallback(context => WireReply.Send(context, ApiReply.Errors(404, ApiException.NotFound().Errors)));
    }

    // Clients take the server's clock from this header, so it must be the org's and not the machine's.
    private static Task DateHeader(HttpContext context, RequestDelegate next, TimeProvider clock)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Date = clock.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static IEnumerable<string> NoticesOf(SandboxOptions options)
    {
        if (options.JwtPublicKeyFile is null)
            yield return "JWT signatures are not verified: name the public key with --jwt-public-key to have them checked.";
    }
}
