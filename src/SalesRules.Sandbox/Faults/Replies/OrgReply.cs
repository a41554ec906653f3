using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>The org's own reply after all.</summary>
internal sealed record OrgReply : FaultReply
{
    public static OrgReply Instance { get; } = new();

    public override async Task Send(HttpContext context, ReadOnlyMemory<byte> held)
    {
        if (!held.IsEmpty)
            await context.Response.Body.WriteAsync(held, context.RequestAborted);
    }
}
