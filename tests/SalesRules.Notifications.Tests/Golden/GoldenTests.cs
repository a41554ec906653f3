using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Email;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Slack;
using SalesRules.Notifications.Teams;
using SalesRules.Notifications.Webhooks;

namespace SalesRules.Notifications.Tests.Golden;

/// <summary>What every channel makes of an alert and of a digest, to be read as a whole.</summary>
internal sealed class GoldenTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, Message Message)[] Messages = [("alert", Samples.Alert), ("digest", Samples.Digest)];

    [TestCaseSource(nameof(Messages))]
    public void Slack_blocks_are_as_approved((string Name, Message Message) sample) =>
        GoldenFiles.AssertEqual($"slack-{sample.Name}.json", Json(SlackMessage.Render(sample.Message).ToUtf8()));

    [TestCaseSource(nameof(Messages))]
    public void The_card_for_Teams_is_as_approved((string Name, Message Message) sample) =>
        GoldenFiles.AssertEqual($"teams-{sample.Name}.json", Json(TeamsMessage.Render(sample.Message)));

    [TestCaseSource(nameof(Messages))]
    public void The_webhooks_body_is_as_approved((string Name, Message Message) sample) =>
        GoldenFiles.AssertEqual($"webhook-{sample.Name}.json", Json(WebhookMessage.Render(sample.Message, new Recipient("005A0000001ABCdIAG", null, "ana@sales.example"))));

    [TestCaseSource(nameof(Messages))]
    public void The_mails_text_is_as_approved((string Name, Message Message) sample) =>
        GoldenFiles.AssertEqual($"mail-{sample.Name}.txt", TextBody.Render(sample.Message));

    [TestCaseSource(nameof(Messages))]
    public void The_mails_HTML_is_as_approved((string Name, Message Message) sample) =>
        GoldenFiles.AssertEqual($"mail-{sample.Name}.html", HtmlBody.Render(sample.Message));

    private static string Json(byte[] utf8) => JsonNode.Parse(utf8)!.ToJsonString(Indented) + "\n";
}
