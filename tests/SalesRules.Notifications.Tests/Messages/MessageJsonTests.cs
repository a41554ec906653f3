using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Email;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Slack;
using SalesRules.Notifications.Teams;
using SalesRules.Notifications.Webhooks;

namespace SalesRules.Notifications.Tests.Messages;

/// <summary>A message that was kept is the message that was made: in every channel's bytes, and in its own JSON.</summary>
internal sealed class MessageJsonTests
{
    [FsCheck.NUnit.Property(MaxTest = 20, StartSize = 1, EndSize = 100_000)]
    public void What_is_read_is_what_was_written(int seed)
    {
        var message = RandomMessages.Of(seed);

        var read = Read(Write(message));

        Assert.That(Write(read), Is.EqualTo(Write(message)));
        Assert.That(WebhookMessage.Render(read, new Recipient("ana")), Is.EqualTo(WebhookMessage.Render(message, new Recipient("ana"))));
        Assert.That(TeamsMessage.Render(read), Is.EqualTo(TeamsMessage.Render(message)));
        Assert.That(SlackMessage.Render(read).ToJsonString(), Is.EqualTo(SlackMessage.Render(message).ToJsonString()));
        Assert.That(HtmlBody.Render(read), Is.EqualTo(HtmlBody.Render(message)));
        Assert.That(TextBody.Render(read), Is.EqualTo(TextBody.Render(message)));
        Assert.That((read.Key, read.Title, read.Summary, read.Level), Is.EqualTo((message.Key, message.Title, message.Summary, message.Level)));
    }

    [Test]
    public void An_alert_keeps_links_and_which_action_comes_first()
    {
        var read = Read(Write(Samples.Alert));

        Assert.That(read.Actions, Is.EqualTo(Samples.Alert.Actions));
        Assert.That(((Facts)read.Sections[0].Blocks[1]).Items, Is.EqualTo(((Facts)Samples.Alert.Sections[0].Blocks[1]).Items));
    }

    [Test]
    public void What_is_no_message_is_not_read_as_one()
    {
        var json = JsonNode.Parse(Write(Samples.Small))!.AsObject();
        json.Remove("title");

        Assert.That(() => Read(json.ToJsonString()), Throws.InstanceOf<KeyNotFoundException>());
    }

    private static string Write(Message message)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            MessageJson.Write(writer, message);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Message Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return MessageJson.Read(document.RootElement);
    }
}
