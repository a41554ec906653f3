using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Tests.Channels;
using SalesRules.Notifications.Tests.Receivers;

namespace SalesRules.Notifications.Tests.Teams;

internal sealed class TeamsChannelTests : ChannelFixture
{
    protected override Setup Compose(string url, string timeout) => Setup.Teams(url, timeout);

    [Test]
    public async Task A_card_is_posted_and_accepted()
    {
        Receiver.Answer = _ => Reply.Of(202);

        Assert.That(await SendAsync(), Is.InstanceOf<Verdict.Delivered>());
        Assert.That(Receiver.Calls.Single().Json["attachments"]![0]!["contentType"]!.GetValue<string>(), Is.EqualTo("application/vnd.microsoft.card.adaptive"));
    }

    [Test]
    public async Task A_failure_within_HTTP_200_is_no_delivery()
    {
        Receiver.Answer = _ => Reply.Of(200, "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId ...");

        Assert.That((await RetryAsync()).Reason, Does.Contain("Teams itself did not take the message"));
    }

    [TestCase("<html>Sign in to the hotel's network</html>")]
    [TestCase("\n<!DOCTYPE html>")]
    public async Task A_page_in_place_of_an_answer_is_no_delivery(string body)
    {
        Receiver.Answer = _ => Reply.Of(200, body);

        Assert.That((await RetryAsync()).Reason, Does.Contain("not a workflow's"));
    }

    [TestCase(200, "1")]
    [TestCase(200, "")]
    public async Task Whatever_else_a_workflow_says_of_a_success_is_one(int status, string body)
    {
        Receiver.Answer = _ => Reply.Of(status, body);

        Assert.That(await SendAsync(), Is.InstanceOf<Verdict.Delivered>());
    }

    [TestCase(503, "ok")]
    [TestCase(429, """{"error":{"code":"WorkflowNotFound"}}""")]
    public async Task A_status_that_passes_is_tried_again_whatever_stands_below_it(int status, string body)
    {
        Receiver.Answer = _ => Reply.Of(status, body);

        Assert.That((await RetryAsync()).Reason, Does.Contain($"HTTP {status}"));
    }

    [Test]
    public async Task A_workflow_that_is_gone_is_refused_with_what_to_do()
    {
        Receiver.Answer = _ => Reply.Of(404, """{"error":{"code":"WorkflowNotFound"}}""");

        Assert.That(await RefusalAsync(), Does.Contain("Make a new one and set Channels:sales:Url"));
    }
}
