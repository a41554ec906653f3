namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>Too many long requests at once: 403 REQUEST_LIMIT_EXCEEDED, over in seconds.</summary>
public sealed record ConcurrentLimitFault : ReplyFault
{
    internal override FaultReply Reply() =>
        OtherReply.Error(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
}
