using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Tests.Channels;
using SalesRules.Notifications.Tests.Receivers;

namespace SalesRules.Notifications.Tests.Slack;

internal sealed class SlackBotChannelTests : ChannelFixture
{
    private const string Ok = """{"ok":true,"channel":"C0123","ts":"1503435956.000247"}""";

    protected override Setup Compose(string url, string timeout) => Setup.Bot(url, timeout);

    [Test]
    public async Task A_message_is_posted_as_the_app_to_the_channel_of_the_settings()
    {
        Receiver.Answer = _ => Reply.Of(200, Ok);

        Assert.That(await SendAsync(), Is.InstanceOf<Verdict.Delivered>());

        var call = Receiver.Calls.Single();
        Assert.That(call.Path, Is.EqualTo("/api/chat.postMessage"));
        Assert.That(call.Headers["Authorization"], Is.EqualTo($"Bearer {Setup.BotToken}"));
        Assert.That(call.Json["channel"]!.GetValue<string>(), Is.EqualTo("C0123"));
    }

    [Test]
    public async Task A_recipients_own_address_goes_before_the_settings()
    {
        Receiver.Answer = _ => Reply.Of(200, Ok);

        await Channel.SendAsync(Samples.Alert, new Recipient("ana", "U0456"), CancellationToken.None);

        Assert.That(Receiver.Calls.Single().Json["channel"]!.GetValue<string>(), Is.EqualTo("U0456"));
    }

    [Test]
    public async Task A_repeat_carries_the_same_ids_and_another_place_another_one()
    {
        Receiver.Answer = _ => Reply.Of(200, Ok);

        await SendAsync();
        await SendAsync();
        await Channel.SendAsync(Samples.Alert, new Recipient("ana", "U0456"), CancellationToken.None);

        var ids = Receiver.Calls.Select(call => call.Json["client_msg_id"]!.GetValue<string>()).ToList();
        Assert.That(ids[0], Is.EqualTo(ids[1]).And.Not.EqualTo(ids[2]));
        Assert.That(Guid.TryParse(ids[0], out _), Is.True);
        Assert.That(Receiver.Calls[0].Json["metadata"]!["event_payload"]!["key"]!.GetValue<string>(), Is.EqualTo(Samples.Alert.Key));
    }

    [TestCase("not_in_channel", "invite the app")]
    [TestCase("channel_not_found", "the app cannot see such a channel")]
    [TestCase("invalid_auth", "set Channels:sales:Token")]
    [TestCase("missing_scope", "chat:write")]
    [TestCase("msg_too_long", "too long")]
    [TestCase("never_heard_of", "Slack says never_heard_of")]
    [TestCase("<script>", "Slack says an_unreadable_error")]
    public async Task An_error_within_HTTP_200_is_refused_with_what_to_do(string code, string sentence)
    {
        Receiver.Answer = _ => Reply.Of(200, $$"""{"ok":false,"error":"{{code}}"}""");

        Assert.That(await RefusalAsync(), Does.Contain(sentence));
    }

    [TestCase("internal_error", null)]
    [TestCase("ratelimited", "7")]
    public async Task An_error_that_passes_is_tried_again(string code, string? after)
    {
        Receiver.Answer = _ => Reply.Of(200, $$"""{"ok":false,"error":"{{code}}"}""", after is null ? [] : [("Retry-After", after)]);

        Assert.That((await RetryAsync()).After, Is.EqualTo(after is null ? null : TimeSpan.FromSeconds(7)));
    }

    [TestCase(503, """{"ok":false,"error":"invalid_auth"}""")]
    [TestCase(500, "invalid_auth")]
    [TestCase(429, "not_in_channel")]
    [TestCase(408, "")]
    public async Task A_status_that_passes_is_tried_again_whatever_stands_below_it(int status, string body)
    {
        Receiver.Answer = _ => Reply.Of(status, body);

        Assert.That((await RetryAsync()).Reason, Does.Contain($"HTTP {status}"));
    }

    [TestCase("<html>Sign in to the hotel's network</html>")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("")]
    public async Task An_answer_that_is_not_Slacks_is_no_delivery(string body)
    {
        Receiver.Answer = _ => Reply.Of(200, body);

        Assert.That((await RetryAsync()).Reason, Does.Contain("not Slack's"));
    }

    [Test]
    public async Task Nobody_to_post_to_is_refused_before_anything_is_sent()
    {
        await using var setup = new Setup(TimeProvider.System, ("sales:Kind", "Slack"), ("sales:Token", Setup.BotToken), ("sales:Url", Receiver.Url));

        var verdict = await setup.Channel.SendAsync(Samples.Alert, new Recipient("ana"), CancellationToken.None);

        Assert.That(verdict, Is.EqualTo(new Verdict.Refused("Channel sales: ana has no Slack channel or member id, and Channels:sales:To names none. Set one of the two.")));
        Assert.That(Receiver.Calls, Is.Empty);
    }
}
