namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>The user may no longer do what the call asks: 403 INSUFFICIENT_ACCESS for all of it.</summary>
public sealed record PermissionLostFault : ReplyFault
{
    internal override FaultReply Reply() => OtherReply.Error(403, "INSUFFICIENT_ACCESS", "insufficient access rights on object id");
}
