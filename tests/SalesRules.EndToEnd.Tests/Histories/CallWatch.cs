namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>
/// Stands between the service and the wire: stops a run at one of its calls, and keeps the description of the object, which is the
/// same for all orgs of the histories and most of what a small run costs.
/// </summary>
internal sealed class CallWatch : DelegatingHandler
{
    private static byte[]? description;

    private int calls;

    /// <summary>At which call a person presses Ctrl-C; null: nobody does.</summary>
    public int? StopAt { get; set; }

    public CancellationTokenSource Stopping { get; set; } = new();

    /// <summary>Whether descriptions come from memory: not where a fault may be meant for them.</summary>
    public Func<bool> MayRemember { get; init; } = () => false;

    /// <summary>A run begins.</summary>
    public void Begin(int? stopAt)
    {
        (calls, StopAt, Stopping) = (0, stopAt, new CancellationTokenSource());
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (++calls == StopAt)
            await Stopping.CancelAsync();
        if (!request.RequestUri!.AbsolutePath.EndsWith("/Opportunity/describe", StringComparison.Ordinal))
            return await base.SendAsync(request, cancellationToken);
        if (description is { } known && MayRemember())
            return Described(known);
        var reply = await base.SendAsync(request, cancellationToken);
        if (reply.IsSuccessStatusCode && MayRemember())
        {
            var body = await reply.Content.ReadAsByteArrayAsync(cancellationToken);
            description = body;
            return Described(body);
        }

        return reply;
    }

    private static HttpResponseMessage Described(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = content };
    }
}
