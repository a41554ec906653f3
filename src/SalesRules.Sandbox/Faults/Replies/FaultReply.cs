using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>What goes over the wire in place of the org's reply.</summary>
internal abstract record FaultReply
{
    /// <param name="context">The call; nothing has been sent yet.</param>
    /// <param name="held">The body that the org answered with; empty when the org was not asked.</param>
    public abstract Task Send(HttpContext context, ReadOnlyMemory<byte> held);
}
