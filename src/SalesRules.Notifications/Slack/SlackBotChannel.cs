using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Http;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Slack;

/// <summary>Posts as an app with a bot token: to any channel it was invited to, and to members.</summary>
internal sealed class SlackBotChannel(SlackBotSettings settings, HttpExchange http) : IChannel
{
    public string Name => settings.Name;

    public async Task<Verdict> SendAsync(Message message, Recipient recipient, CancellationToken cancellationToken)
    {
        if ((recipient.Address ?? settings.To) is not { Length: > 0 } place)
            return new Verdict.Refused($"Channel {Name}: {recipient.Name} has no Slack channel or member id, and Channels:{Name}:To names none. Set one of the two.");
        var body = Render(message, place).ToUtf8();
        return await http.PostAsync(new Secret($"{settings.Api}chat.postMessage"), body, Authorize, settings.Timeout, cancellationToken) switch
        {
            NoReply none => HttpVerdicts.Unclear(Name, none),
            HttpReply reply => Judge(reply),
            _ => throw new NotSupportedException(),
        };
    }

    private static JsonObject Render(Message message, string place)
    {
        var json = SlackMessage.Render(message);
        json["channel"] = place;
        // Slack shows neither and promises nothing for them; whoever reads the channel by program finds a repeat by them.
        json["client_msg_id"] = Id(message.Key, place);
        json["metadata"] = new JsonObject { ["event_type"] = "salesrules_message", ["event_payload"] = new JsonObject { ["key"] = message.Key } };
        return json;
    }

    /// <summary>The same message to the same place has the same id.</summary>
    private static string Id(string key, string place) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{place}")).AsSpan(0, 16), bigEndian: true).ToString();

    private void Authorize(HttpRequestHeaders headers) => headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Token.Reveal());

    // Slack answers most errors with HTTP 200 and "ok": false.
    private Verdict Judge(HttpReply reply) => reply switch
    {
        { IsSuccess: false } => HttpVerdicts.Of(Name, $"Channels:{Name}:Token", reply),
        _ => Answer(reply.Body) switch
        {
            (true, _) => new Verdict.Delivered(),
            (false, { } code) => SlackErrors.Of(Name, code, reply.RetryAfter),
            _ => SlackErrors.NotOfSlack(Name),
        },
    };

    private (bool? Ok, string? Code) Answer(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("ok", out var ok))
                return (null, null);
            if (ok.ValueKind == JsonValueKind.True)
                return (true, null);
            var error = json.RootElement.TryGetProperty("error", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString()! : "";
            return (false, SlackErrors.IsCode(error) && !settings.Token.Reveal().Contains(error, StringComparison.Ordinal) ? error : "an_unreadable_error");
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }
}
