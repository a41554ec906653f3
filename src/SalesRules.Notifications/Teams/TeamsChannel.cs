using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Http;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Teams;

/// <summary>Posts through the webhook of a Teams workflow, which belongs to one channel or chat: a recipient's address is not used.</summary>
internal sealed class TeamsChannel(TeamsSettings settings, HttpExchange http) : IChannel
{
    // The connectors that workflows replaced answered a failure with HTTP 200 and such a text; gateways of theirs still do.
    private const string FailureWithin200 = "Microsoft Teams endpoint returned HTTP error";

    public string Name => settings.Name;

    public async Task<Verdict> SendAsync(Message message, Recipient recipient, CancellationToken cancellationToken) =>
        await http.PostAsync(settings.Url, TeamsMessage.Render(message), _ => { }, settings.Timeout, cancellationToken) switch
        {
            NoReply none => HttpVerdicts.Unclear(Name, none),
            HttpReply { IsSuccess: true } reply when reply.Body.Contains(FailureWithin200, StringComparison.OrdinalIgnoreCase) =>
                new Verdict.RetryLater(reply.RetryAfter, $"Channel {Name}: Teams itself did not take the message from its gateway. It is tried again."),
            HttpReply { IsSuccess: true } reply when reply.Body.TrimStart().StartsWith('<') =>
                new Verdict.RetryLater(reply.RetryAfter, $"Channel {Name}: the answer is a web page and not a workflow's. Something stands between us, such as a proxy. It is tried again."),
            HttpReply reply => HttpVerdicts.Of(Name, $"Channels:{Name}:Url", reply),
            _ => throw new NotSupportedException(),
        };
}
