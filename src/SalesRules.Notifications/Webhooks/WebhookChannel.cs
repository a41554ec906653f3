using System.Net.Http.Headers;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Http;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Webhooks;

/// <summary>Posts to a program of the user's own, signed. The recipient's name is in the body: who is told is the program's business.</summary>
internal sealed class WebhookChannel(WebhookSettings settings, HttpExchange http, TimeProvider time) : IChannel
{
    public string Name => settings.Name;

    public async Task<Verdict> SendAsync(Message message, Recipient recipient, CancellationToken cancellationToken)
    {
        var body = WebhookMessage.Render(message, recipient);
        return await http.PostAsync(settings.Url, body, headers => Sign(headers, message.Key, body), settings.Timeout, cancellationToken) switch
        {
            NoReply none => HttpVerdicts.Unclear(Name, none),
            HttpReply reply => HttpVerdicts.Of(Name, $"Channels:{Name}:Url", reply),
            _ => throw new NotSupportedException(),
        };
    }

    private void Sign(HttpRequestHeaders headers, string key, byte[] body)
    {
        var timestamp = WebhookSignature.Timestamp(time.GetUtcNow());
        headers.Add(WebhookHeaders.Key, key);
        headers.Add(WebhookHeaders.Timestamp, timestamp);
        headers.Add(WebhookHeaders.Signature, WebhookSignature.Header(settings.Secrets.Select(secret => secret.Bytes()), timestamp, body));
    }
}
