using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>The connection closes without a byte.</summary>
internal sealed record NoReply : FaultReply
{
    public override Task Send(HttpContext context, ReadOnlyMemory<byte> held)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
