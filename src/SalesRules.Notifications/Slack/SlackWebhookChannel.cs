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

    // A webhook answers "ok", or a status with a bare code.
    private Verdict Judge(HttpReply reply) =>
        !reply.IsSuccess && reply.Status != 429 && Known(reply.Body.Trim()) is { } code
            ? SlackErrors.Of(Name, code, reply.RetryAfter)
            : HttpVerdicts.Of(Name, $"Channels:{Name}:Url", reply);

    private string? Known(string body) => SlackErrors.IsCode(body) && !settings.Url.Reveal().Contains(body, StringComparison.Ordinal) ? body : null;
}
