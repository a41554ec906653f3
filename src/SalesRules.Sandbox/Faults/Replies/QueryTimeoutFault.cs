namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>A query ran for too long: 400 QUERY_TIMEOUT.</summary>
public sealed record QueryTimeoutFault : ReplyFault
{
    internal override FaultReply Reply() => OtherReply.Error(400, "QUERY_TIMEOUT", "Your query request was running for too long.");
}
