using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Tests.Channels;
using SalesRules.Notifications.Tests.Receivers;

namespace SalesRules.Notifications.Tests.Slack;

internal sealed class SlackWebhookChannelTests : ChannelFixture
{
    protected override Setup Compose(string url, string timeout) => Setup.Slack(url, timeout);

    [Test]
    public async Task A_message_is_posted_to_the_webhook_as_JSON()
    {
        Assert.That(await SendAsync(), Is.InstanceOf<Verdict.Delivered>());

        var call = Receiver.Calls.Single();
        Assert.That(call.Path, Is.EqualTo(Setup.HookPath));
        Assert.That(call.Headers["Content-Type"], Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(call.Json["blocks"]!.AsArray(), Is.Not.Empty);
    }

    [TestCase(404, "no_service", "the webhook was removed or turned off. Make a new one and set Channels:sales:Url")]
    [TestCase(410, "channel_is_archived", "the channel is archived")]
    [TestCase(403, "action_prohibited", "the workspace's rules forbid posting there")]
    [TestCase(400, "invalid_blocks", "a fault of SalesRules")]
    [TestCase(400, "team_disabled", "the webhook was removed or turned off")]
    [TestCase(200, "invalid_payload", "a fault of SalesRules")]
    [TestCase(400, "some_new_code", "HTTP 400, the service does not accept the message")]
    [TestCase(404, "gone", "HTTP 404, nothing is at the address any more")]
    [TestCase(400, "<html>Bad request</html>", "HTTP 400, the service does not accept the message. Check that Channels:sales:Url")]
    public async Task An_error_for_good_is_refused_with_what_to_do(int status, string body, string sentence)
    {
        Receiver.Answer = _ => Reply.Of(status, body);

        Assert.That(await RefusalAsync(), Does.StartWith("Channel sales: ").And.Contain(sentence));
    }

    [TestCase(500, "rollup_error")]
    [TestCase(503, "")]
    [TestCase(503, "ok")]
    [TestCase(502, "maintenance")]
    [TestCase(503, "no_service")]
    [TestCase(500, "invalid_payload")]
    [TestCase(408, "timeout")]
    [TestCase(400, "rollup_error")]
    [TestCase(500, "<html>Oops</html>")]
    public async Task A_problem_of_Slacks_own_is_tried_again(int status, string body)
    {
        Receiver.Answer = _ => Reply.Of(status, body);

        Assert.That((await RetryAsync()).After, Is.Null);
    }

    [TestCase("ok")]
    [TestCase("ok\n")]
    public async Task Slacks_own_word_is_a_delivery(string body)
    {
        Receiver.Answer = _ => Reply.Of(200, body);

        Assert.That(await SendAsync(), Is.InstanceOf<Verdict.Delivered>());
    }

    [TestCase("<html>Sign in to the hotel's network</html>")]
    [TestCase("okay")]
    [TestCase("")]
    public async Task An_answer_that_is_not_Slacks_is_no_delivery(string body)
    {
        Receiver.Answer = _ => Reply.Of(200, body);

        Assert.That((await RetryAsync()).Reason, Does.Contain("not Slack's"));
    }

    [TestCase("rate_limited")]
    [TestCase("invalid_payload")]
    public async Task Too_many_messages_wait_as_long_as_Slack_says(string body)
    {
        Receiver.Answer = _ => Reply.Of(429, body, ("Retry-After", "30"));

        Assert.That((await RetryAsync()).After, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }
}
