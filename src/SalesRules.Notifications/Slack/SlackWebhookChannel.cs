using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Http;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Slack;

/// <summary>Posts through an incoming webhook, which belongs to one Slack channel: a recipient's address is not used.</summary>
internal sealed class SlackWebhookChannel(SlackWebhookSettings settings, HttpExchange http) : IChannel
{
    public string Name => settings.Name;

    public async Task<Verdict> SendAsync(Message message, Recipient recipient, CancellationToken cancellationToken)
    {
        var body = SlackMessage.Render(message).ToUtf8();
        return await http.PostAsync(settings.Url, body, _ => { }, settings.Timeout, cancellationToken) switch
        {
            NoReply none => HttpVerdicts.Unclear(Name, none),
            HttpReply reply => Judge(reply),
            _ => throw new NotSupportedException(),
        };
    }

    /// <summary>
    /// A webhook answers "ok", or a status with a bare code. The status says whether a repeat can help, and the code why it cannot: a 503
    /// stays one, whatever stands below it.
    /// </summary>
    private Verdict Judge(HttpReply reply) => (HttpVerdicts.Of(Name, $"Channels:{Name}:Url", reply), reply.Body.Trim()) switch
    {
        (Verdict.Delivered taken, "ok") => taken,
        (Verdict.Delivered or Verdict.Refused, var code) when SlackErrors.IsKnown(code) => SlackErrors.Of(Name, code, reply.RetryAfter),
        (Verdict.Delivered, _) => SlackErrors.NotOfSlack(Name),
        var (status, _) => status,
    };
}
