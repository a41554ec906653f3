using Microsoft.AspNetCore.Http;
using SalesRules.Sandbox.Http.Bulk;
using SalesRules.Sandbox.Http.Resources;
using SalesRules.Sandbox.Identity;
using SalesRules.Sandbox.Soql;

namespace SalesRules.Sandbox.Http;

/// <summary>The data API below <c>/services/data/vNN.0</c>: session, allowance, resource, reply.</summary>
internal sealed class DataApi : IAsyncDisposable
{
    private readonly RouteTable routes = new();
    private readonly Sessions sessions;
    private readonly ApiCallLog log;
    private readonly ApiUsage usage;
    private readonly BulkJobs jobs = new();

    public DataApi(Org org, Sessions sessions, ApiCallLog log, ApiUsage usage, SoqlEngine queries)
    {
        this.sessions = sessions;
        this.log = log;
        this.usage = usage;
        var rows = new RowResource(org);
        var composite = new CompositeCalls(org, Dispatch);
        IResource[] resources =
        [
            new ResourceMapResource(org), new LimitsResource(usage), new QueryResource(queries),
            new DescribeResource(org, rows), rows, new ExternalIdResource(org, new RelationshipResource(org, queries)), new ReplicationResource(org), new CollectionsResource(org),
            new CompositeResource(composite), new GraphResource(composite), new TreeResource(org), new BatchResource(Dispatch),
            new RecentResource(org), new RecordCountResource(org),
            new IngestResource(org, jobs), new BulkQueryResource(org, jobs, queries),
        ];
        foreach (var resource in resources)
            resource.Map(routes);
    }

    public ValueTask DisposeAsync() => jobs.DisposeAsync();

    /// <summary>Serves a call from the wire; it counts, whatever comes of it, once its session is known.</summary>
    public async Task Serve(HttpContext context)
    {
        var (request, refusal) = await WireRequest.Read(context, sessions);
        if (request is null)
        {
            await WireReply.Send(context, refusal!);
            return;
        }
        var allowed = usage.TryCount(out var used);
        var (reply, resource) = allowed ? DispatchNamed(request) : (LimitExceeded(), "");
        log.Add(new ApiCall(request.Method, resource, context.Request.Path, reply.Status));
        await WireReply.Send(context, reply.With("Sforce-Limit-Info", FormattableString.Invariant($"api-usage={used}/{usage.Allowed}")));
    }

    /// <summary>Answers a call that has a session, also one inside a composite call.</summary>
    private ApiReply Dispatch(ApiRequest request) => DispatchNamed(request).Reply;

    private (ApiReply Reply, string Resource) DispatchNamed(ApiRequest request)
    {
        var found = routes.Find(request.Segments);
        try
        {
            return found is { } match
                ? (match.Route.Handle(request with { Route = match.Values }), match.Route.Template)
                : throw ApiException.NotFound();
        }
        catch (ApiException refusal)
        {
            return (refusal.ToReply(), found?.Route.Template ?? "");
        }
    }

    private static ApiReply LimitExceeded() => ApiReply.Errors(403, [new ApiError("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")]);
}
