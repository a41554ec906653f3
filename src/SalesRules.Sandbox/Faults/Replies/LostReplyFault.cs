namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>The connection closes without a reply; after the org's work, the caller cannot know that it was done.</summary>
public sealed record LostReplyFault : ReplyFault
{
    public LostReplyFault() => Moment = FaultMoment.After;

    internal override FaultReply Reply() => new NoReply();
}
