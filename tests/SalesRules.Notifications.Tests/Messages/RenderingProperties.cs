using System.Text;
using System.Text.Json.Nodes;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Email;
using SalesRules.Notifications.Slack;
using SalesRules.Notifications.Teams;
using SalesRules.Notifications.Webhooks;

namespace SalesRules.Notifications.Tests.Messages;

/// <summary>Whatever is to be said, each channel's limits hold, and the message's key stands in what is sent.</summary>
internal sealed class RenderingProperties
{
    [FsCheck.NUnit.Property(MaxTest = 40, StartSize = 1, EndSize = 100_000)]
    public void Slack_takes_any_message(int seed)
    {
        var message = RandomMessages.Of(seed);

        var json = SlackMessage.Render(message);

        var blocks = json["blocks"]!.AsArray();
        Assert.That(blocks, Has.Count.InRange(2, 50));
        Assert.That(Texts(blocks.Where(block => Kind(block) == "header")), Is.All.Length.InRange(1, 150));
        Assert.That(Texts(blocks.Where(block => Kind(block) == "section" && block!["text"] is not null)), Is.All.Length.InRange(1, 3_000));
        foreach (var fields in blocks.Where(block => block!["fields"] is not null).Select(block => block!["fields"]!.AsArray()))
        {
            Assert.That(fields, Has.Count.InRange(1, 10));
            Assert.That(fields.Select(field => field!["text"]!.GetValue<string>()), Is.All.Length.InRange(1, 2_000));
        }

        Assert.That(blocks[^1]!.ToJsonString(), Does.Contain(message.Key));
        Assert.That(json.ToJsonString(), Does.Not.Contain("<!channel>"));
    }

    [FsCheck.NUnit.Property(MaxTest = 40, StartSize = 1, EndSize = 100_000)]
    public void Teams_takes_any_message(int seed)
    {
        var message = RandomMessages.Of(seed);

        var card = TeamsMessage.Render(message);

        Assert.That(card, Has.Length.LessThanOrEqualTo(28 * 1024));
        Assert.That(Encoding.UTF8.GetString(card), Does.Contain(message.Key));
    }

    [FsCheck.NUnit.Property(MaxTest = 40, StartSize = 1, EndSize = 100_000)]
    public void A_webhook_takes_any_message(int seed)
    {
        var body = WebhookMessage.Render(RandomMessages.Of(seed), new Recipient("ana"));

        Assert.That(body, Has.Length.LessThanOrEqualTo(256 * 1024));
        Assert.That(JsonNode.Parse(body)!["key"]!.GetValue<string>(), Is.EqualTo($"key/{seed}"));
    }

    [FsCheck.NUnit.Property(MaxTest = 40, StartSize = 1, EndSize = 100_000)]
    public void A_mail_takes_any_message(int seed)
    {
        var message = RandomMessages.Of(seed);

        var (html, text) = (HtmlBody.Render(message), TextBody.Render(message));

        Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThanOrEqualTo(100 * 1024));
        Assert.That(text, Has.Length.LessThanOrEqualTo(200_000));
        Assert.That(html, Does.Contain(message.Key));
        Assert.That(text, Does.Contain(message.Key));
        Assert.That(html, Does.Not.Contain("<!channel>"));
    }

    private static string Kind(JsonNode? block) => block!["type"]!.GetValue<string>();

    private static List<string> Texts(IEnumerable<JsonNode?> blocks) => [.. blocks.Select(block => block!["text"]!["text"]!.GetValue<string>())];
}
