using Microsoft.AspNetCore.Http;
using SalesRules.Sandbox.Faults.Replies;

namespace SalesRules.Sandbox.Faults.Calls;

/// <summary>Stands between the wire and the org: every call passes, and those that a fault strikes fare as it says.</summary>
internal sealed class FaultInterceptor(FaultPlan plan, FaultReach reach)
{
    private readonly SandboxCallReader reader = new(reach.Queries);
    private int running;

    public async Task Apply(HttpContext context, RequestDelegate next)
    {
        if (!plan.IsArmed || context.Request.Path.StartsWithSegments(FaultEndpoints.Root))
        {
            await next(context);
            return;
        }
        var concurrency = Interlocked.Increment(ref running);
        try
        {
            await Strike(context, next, await reader.Read(context) with { Concurrency = concurrency });
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private async Task Strike(HttpContext context, RequestDelegate next, SandboxCall call)
    {
        plan.CurrentCall = call;
        CallScene[] scenes = [.. plan.Strike(call).Select(strike => new CallScene(context, call, strike.Armed, strike.Chance, reach))];
        try
        {
            await Serve(context, next, scenes);
        }
        finally
        {
            foreach (var scene in scenes)
                plan.Log(scene.Armed.Id, call.ToString(), scene.Effect);
        }
    }

    // Each fault has its say, in the order in which they were added; the first reply that replaces the org's is the one sent.
    private static async Task Serve(HttpContext context, RequestDelegate next, CallScene[] scenes)
    {
        foreach (var scene in scenes)
            if (await FaultOf(scene).BeforeAsync(scene) is { } refusal)
            {
                await refusal.Send(context, ReadOnlyMemory<byte>.Empty);
                return;
            }
        if (scenes.Length == 0)
            await next(context);
        else
            await HoldBack(context, next, scenes);
    }

    private static async Task HoldBack(HttpContext context, RequestDelegate next, CallScene[] scenes)
    {
        var wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        FaultReply? replacement = null;
        try
        {
            await next(context);
            foreach (var scene in scenes)
                replacement = await FaultOf(scene).AfterAsync(scene) is { } reply ? replacement ?? reply : replacement;
        }
        finally
        {
            context.Response.Body = wire;
        }
        var body = held.GetBuffer().AsMemory(0, (int)held.Length);
        await (replacement ?? OrgReply.Instance).Send(context, body);
    }

    private static CallFault FaultOf(CallScene scene) => (CallFault)scene.Armed.Fault;
}
