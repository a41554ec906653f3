using System.Text.Json.Nodes;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Webhooks;

namespace SalesRules.Notifications.Tests.Webhooks;

internal sealed class WebhookMessageTests
{
    private static readonly Recipient Ana = new("ana");

    [Test]
    public void A_body_of_256_KB_is_whole_and_one_byte_more_is_cut()
    {
        var room = WebhookMessage.MostBytes - WebhookMessage.Render(Filled(0), Ana).Length;

        Assert.That(WebhookMessage.Render(Filled(room), Ana), Has.Length.EqualTo(WebhookMessage.MostBytes));
        Assert.That(LeftOut(Filled(room)), Is.Null);
        Assert.That(LeftOut(Filled(room + 1)), Is.EqualTo("Left out here for the webhook's limit of 256 KB: 1 paragraph, from “Part” on."));
    }

    [TestCase(null)]
    [TestCase("ana@sales.example")]
    public void Who_is_told_stands_there_with_their_mail_address_where_it_is_known(string? mail)
    {
        var body = JsonNode.Parse(WebhookMessage.Render(Samples.Small, new Recipient("005A0000001ABCdIAG", null, mail)))!;

        Assert.That(body["recipient"]!.GetValue<string>(), Is.EqualTo("005A0000001ABCdIAG"));
        Assert.That(body.AsObject().ContainsKey("recipientMail"), Is.True);
        Assert.That(body["recipientMail"]?.GetValue<string>(), Is.EqualTo(mail));
    }

    private static Message Filled(int characters) => Samples.With(new Paragraph("short"), new Paragraph(new string('x', characters)));

    private static string? LeftOut(Message message) => JsonNode.Parse(WebhookMessage.Render(message, Ana))!["leftOut"]?.GetValue<string>();
}
