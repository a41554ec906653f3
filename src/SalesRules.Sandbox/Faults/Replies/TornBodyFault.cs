using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>The reply breaks off in the middle of a word. A reply without a body arrives whole.</summary>
public sealed record TornBodyFault : CallFault
{
    /// <summary>How the break looks to HTTP. Default: a Content-Length that is not met.</summary>
    public TornFraming Framing { get; init; }

    /// <summary>About how much of the body arrives, between 0 and 1. Default: half.</summary>
    public decimal Kept { get; init; } = 0.5m;

    // Compressed, the break would be one of gzip and not of JSON.
    internal override ValueTask<FaultReply?> BeforeAsync(CallScene scene)
    {
        scene.Http.Request.Headers.AcceptEncoding = default;
        return default;
    }

    internal override ValueTask<FaultReply?> AfterAsync(CallScene scene) =>
        new(scene.Http.Response.Body.Length > 1 ? new TornReply(Framing, Kept) : null);

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Kept is <= 0 or >= 1)
            problems.Add(nameof(Kept), "must lie between 0 and 1: 0.5 lets half of the body arrive");
    }
}
