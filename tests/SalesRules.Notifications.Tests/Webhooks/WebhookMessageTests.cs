using System.Text.Json.Nodes;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Webhooks;

namespace SalesRules.Notifications.Tests.Webhooks;

internal sealed class WebhookMessageTests
{
    [Test]
    public void A_body_of_256_KB_is_whole_and_one_byte_more_is_cut()
    {
        var room = WebhookMessage.MostBytes - WebhookMessage.Render(Filled(0), "ana").Length;

        Assert.That(WebhookMessage.Render(Filled(room), "ana"), Has.Length.EqualTo(WebhookMessage.MostBytes));
        Assert.That(LeftOut(Filled(room)), Is.Null);
        Assert.That(LeftOut(Filled(room + 1)), Is.EqualTo("Left out here for the webhook's limit of 256 KB: 1 paragraph, from “Part” on."));
    }

    private static Message Filled(int characters) => Samples.With(new Paragraph("short"), new Paragraph(new string('x', characters)));

    private static string? LeftOut(Message message) => JsonNode.Parse(WebhookMessage.Render(message, "ana"))!["leftOut"]?.GetValue<string>();
}
