using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Conditions;

/// <summary>A further page begins with the last rows of the page before; no row is lost.</summary>
public sealed record PageOverlapFault : CallFault
{
    public PageOverlapFault() => Where = new FaultTarget { Operation = FaultOperation.QueryMore };

    /// <summary>How many rows come twice. Default: 1.</summary>
    public int Rows { get; init; } = 1;

    internal override ValueTask<FaultReply?> BeforeAsync(CallScene scene)
    {
        if (scene.Call.Locator is { } locator && Earlier(locator) is { } earlier)
            Redirect(scene.Http, locator, earlier);
        return default;
    }

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Rows < 1)
            problems.Add(nameof(Rows), "must be 1 or more");
        if (!Where.Operation.HasFlag(FaultOperation.QueryMore))
            problems.Of(nameof(Where)).Add(nameof(Where.Operation), $"must hold queryMore: {Kind} strikes further pages only");
    }

    private string? Earlier(string locator)
    {
        var dash = locator.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && int.TryParse(locator.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? string.Create(CultureInfo.InvariantCulture, $"{locator[..dash]}-{Math.Max(0, offset - Rows)}")
            : null;
    }

    // Routing goes by the path, the data API by the target as it came.
    private static void Redirect(HttpContext context, string locator, string earlier)
    {
        var request = context.Features.Get<IHttpRequestFeature>()!;
        request.RawTarget = request.RawTarget.Replace(locator, earlier, StringComparison.Ordinal);
        context.Request.Path = context.Request.Path.Value!.Replace(locator, earlier, StringComparison.Ordinal);
    }
}
