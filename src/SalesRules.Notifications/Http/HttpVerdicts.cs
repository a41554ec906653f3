using SalesRules.Notifications.Channels;

namespace SalesRules.Notifications.Http;

/// <summary>What HTTP itself says about a try; what a service says beside it is the channel's to read.</summary>
internal static class HttpVerdicts
{
    public static Verdict.RetryLater Unclear(string channel, NoReply none) =>
        new(null, $"Channel {channel}: {none.Reason}. It is tried again.");

    /// <param name="urlKey">The setting that holds the address.</param>
    public static Verdict Of(string channel, string urlKey, HttpReply reply) => reply switch
    {
        { IsSuccess: true } => new Verdict.Delivered(),
        { Status: 429 } => new Verdict.RetryLater(reply.RetryAfter, $"Channel {channel}: HTTP 429, too many messages at once. It is tried again."),
        { Status: 408 or 425 or >= 500 } => new Verdict.RetryLater(reply.RetryAfter, $"Channel {channel}: HTTP {reply.Status}, the service has a problem of its own. It is tried again."),
        { Status: >= 300 and < 400 } => new Verdict.Refused(
            $"Channel {channel}: HTTP {reply.Status}, the address leads elsewhere, and messages follow no redirect. Set {urlKey} to the final address."),
        { Status: 401 or 403 } => new Verdict.Refused($"Channel {channel}: HTTP {reply.Status}, the service does not let us in. Check {urlKey} and that it was not revoked."),
        { Status: 404 or 410 } => new Verdict.Refused($"Channel {channel}: HTTP {reply.Status}, nothing is at the address any more. Make a new one and set {urlKey}."),
        { Status: 413 } => new Verdict.Refused($"Channel {channel}: HTTP 413, the message is larger than the service takes."),
        _ => new Verdict.Refused($"Channel {channel}: HTTP {reply.Status}, the service does not accept the message. Check that {urlKey} is an address for this kind of channel."),
    };
}
