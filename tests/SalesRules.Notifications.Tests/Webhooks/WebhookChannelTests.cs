using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Tests.Channels;
using SalesRules.Notifications.Tests.Receivers;

namespace SalesRules.Notifications.Tests.Webhooks;

internal sealed class WebhookChannelTests : ChannelFixture
{
    private const string Older = "whsec-older-0123456789abcdef01234567";

    protected override Setup Compose(string url, string timeout) => Setup.Webhook(url, timeout);

    [Test]
    public async Task A_receiver_that_computes_the_signature_itself_accepts_the_request()
    {
        Receiver.Answer = call => Reply.Of(IsSigned(call, Setup.WebhookSecret) ? 204 : 401);

        Assert.That(await SendAsync(), Is.InstanceOf<Verdict.Delivered>());
        Assert.That(Receiver.Calls.Single().Headers["Idempotency-Key"], Is.EqualTo(Samples.Alert.Key));
    }

    [Test]
    public async Task A_receiver_with_another_secret_does_not()
    {
        Receiver.Answer = call => Reply.Of(IsSigned(call, Older) ? 204 : 401);

        Assert.That(await RefusalAsync(), Does.Contain("HTTP 401"));
    }

    [TestCase(Setup.WebhookSecret)]
    [TestCase(Older)]
    public async Task While_the_secret_is_being_replaced_either_one_verifies(string known)
    {
        await using var setup = Setup.Webhook(Receiver.Url, previous: Older);
        Receiver.Answer = call => Reply.Of(IsSigned(call, known) ? 204 : 401);

        Assert.That(await setup.Channel.SendAsync(Samples.Alert, new Recipient("ana"), CancellationToken.None), Is.InstanceOf<Verdict.Delivered>());
    }

    [Test]
    public async Task A_repeat_has_the_same_bytes_and_key_and_a_new_timestamp()
    {
        var clock = new FakeClock();
        await using var setup = Setup.Webhook(Receiver.Url, time: clock);

        await setup.Channel.SendAsync(Samples.Alert, new Recipient("ana"), CancellationToken.None);
        clock.Now = clock.Now.AddMinutes(10);
        await setup.Channel.SendAsync(Samples.Alert, new Recipient("ana"), CancellationToken.None);

        var (first, second) = (Receiver.Calls[0], Receiver.Calls[1]);
        Assert.That(second.Body, Is.EqualTo(first.Body));
        Assert.That(second.Headers["Idempotency-Key"], Is.EqualTo(first.Headers["Idempotency-Key"]));
        Assert.That(long.Parse(second.Headers["SalesRules-Timestamp"], CultureInfo.InvariantCulture)
            - long.Parse(first.Headers["SalesRules-Timestamp"], CultureInfo.InvariantCulture), Is.EqualTo(600));
    }

    [TestCase(408)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task A_receiver_in_trouble_is_tried_again(int status)
    {
        Receiver.Answer = _ => Reply.Of(status, "", ("Retry-After", "120"));

        Assert.That((await RetryAsync()).After, Is.EqualTo(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public async Task A_date_to_wait_for_counts_from_now()
    {
        var clock = new FakeClock();
        await using var setup = Setup.Webhook(Receiver.Url, time: clock);
        Receiver.Answer = _ => Reply.Of(503, "", ("Retry-After", clock.Now.AddMinutes(3).ToString("R", CultureInfo.InvariantCulture)));

        var verdict = await setup.Channel.SendAsync(Samples.Alert, new Recipient("ana"), CancellationToken.None);

        Assert.That(((Verdict.RetryLater)verdict).After, Is.EqualTo(TimeSpan.FromMinutes(3)));
    }

    [TestCase(400)]
    [TestCase(404)]
    [TestCase(410)]
    [TestCase(413)]
    [TestCase(422)]
    public async Task A_receiver_that_does_not_want_it_is_not_asked_again(int status)
    {
        Receiver.Answer = _ => Reply.Of(status);

        Assert.That(await RefusalAsync(), Does.StartWith($"Channel sales: HTTP {status}, "));
    }

    // Written from the documentation, with nothing of the sender's: timestamp, dot, body; hex; one signature a secret.
    private static bool IsSigned(ReceivedCall call, string secret)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(call.Headers["SalesRules-Timestamp"] + "."), .. call.Body];
        var expected = "v1=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)).ToLowerInvariant();
        return call.Headers["SalesRules-Signature"].Split(',').Contains(expected);
    }
}
