using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults;

/// <summary>
/// <c>/sandbox/faults</c>: the switchboard of the simulator. It is no part of Salesforce, so it asks for no sign-in, counts as no API
/// call and is struck by no fault; it answers on loopback only.
/// </summary>
internal sealed class FaultEndpoints(FaultPlan plan)
{
    /// <summary>Where whatever is the simulator's own lives.</summary>
    public const string Root = "/sandbox";

    public void Map(IEndpointRouteBuilder routes)
    {
        var faults = routes.MapGroup($"{Root}/faults").AddEndpointFilter(LoopbackOnly);
        faults.MapGet("", () => Listing(200, plan.List()));
        faults.MapGet("{id}", (string id) => One(plan.Find(id)));
        faults.MapPost("", Add);
        faults.MapDelete("", () => Listing(200, plan.StopAll()));
        faults.MapDelete("{id}", (string id) => One(plan.Stop(id)));
    }

    // Only JSON is taken, so that a web page in a browser on this machine cannot post a script in a form.
    private async Task<IResult> Add(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return Json(415, new JsonObject { ["message"] = "A script is posted with Content-Type: application/json." });
        using var reader = new StreamReader(request.Body);
        try
        {
            var ids = plan.Load(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
            return Listing(201, plan.List().Where(report => ids.Contains(report.Id)));
        }
        catch (FaultScriptException refusal)
        {
            return Json(400, FaultListing.Of(refusal));
        }
    }

    private IResult Listing(int status, IEnumerable<FaultReport> reports) => Json(status, FaultListing.Of(plan.Seed, reports, plan.Strikes));

    private static IResult One(FaultReport? report) =>
        report is null ? Json(404, new JsonObject { ["message"] = "There is no fault of this id." }) : Json(200, FaultListing.Of(report));

    private static IResult Json(int status, JsonObject body) => Results.Json(body, FaultJson.Options, statusCode: status);

    private static async ValueTask<object?> LoopbackOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
            ? await next(context)
            : Json(403, new JsonObject { ["message"] = "Faults are set from the machine that the org runs on." });
}
