using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesRules.Notifications.Webhooks;

namespace SalesRules.Notifications.Tests.Webhooks;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class WebhookVerifierTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string Other = "fedcba9876543210fedcba9876543210";

    private static readonly byte[] Body = """{"version":1,"key":"k1"}"""u8.ToArray();

    private readonly FakeClock clock = new();

    [TestCase(0, WebhookVerdict.Genuine)]
    [TestCase(300, WebhookVerdict.Genuine)]
    [TestCase(301, WebhookVerdict.Stale)]
    [TestCase(-300, WebhookVerdict.Genuine)]
    [TestCase(-301, WebhookVerdict.Stale)]
    public void A_request_counts_for_five_minutes_to_either_side(int age, WebhookVerdict expected)
    {
        var timestamp = At(clock.Now.AddSeconds(-age));

        Assert.That(Verifier(Secret).Verify(timestamp, Sign(Secret, timestamp, Body), Body), Is.EqualTo(expected));
    }

    [Test]
    public void A_fraction_beyond_the_window_is_stale()
    {
        var timestamp = At(clock.Now.AddSeconds(-300));
        clock.Now = clock.Now.AddMilliseconds(1);

        Assert.That(Verifier(Secret).Verify(timestamp, Sign(Secret, timestamp, Body), Body), Is.EqualTo(WebhookVerdict.Stale));
    }

    [Test]
    public void A_changed_body_is_forged()
    {
        var timestamp = At(clock.Now);

        Assert.That(Verifier(Secret).Verify(timestamp, Sign(Secret, timestamp, Body), [.. Body, (byte)' ']), Is.EqualTo(WebhookVerdict.Forged));
    }

    [Test]
    public void A_fresh_timestamp_on_an_old_request_is_forged()
    {
        var old = At(clock.Now.AddHours(-1));

        Assert.That(Verifier(Secret).Verify(At(clock.Now), Sign(Secret, old, Body), Body), Is.EqualTo(WebhookVerdict.Forged));
    }

    [Test]
    public void A_receiver_may_know_two_secrets_while_it_changes_over()
    {
        var timestamp = At(clock.Now);

        Assert.That(Verifier(Other, Secret).Verify(timestamp, Sign(Secret, timestamp, Body), Body), Is.EqualTo(WebhookVerdict.Genuine));
        Assert.That(Verifier(Other).Verify(timestamp, $"{Sign(Secret, timestamp, Body)}, {Sign(Other, timestamp, Body)}", Body), Is.EqualTo(WebhookVerdict.Genuine));
        Assert.That(Verifier(Other).Verify(timestamp, Sign(Secret, timestamp, Body), Body), Is.EqualTo(WebhookVerdict.Forged));
    }

    [TestCase(null, "v1=00")]
    [TestCase("1772438400", null)]
    [TestCase("", "")]
    [TestCase("now", "v1=00")]
    [TestCase("-1", "v1=00")]
    [TestCase("1772438400", "v1=")]
    [TestCase("1772438400", "v1=zz")]
    [TestCase("99999999999999999999", "v1=00")]
    public void What_is_no_signature_is_forged(string? timestamp, string? signature) =>
        Assert.That(Verifier(Secret).Verify(timestamp, signature, Body), Is.EqualTo(WebhookVerdict.Forged));

    [Test]
    public void A_timestamp_beyond_all_dates_is_stale_and_no_crash()
    {
        var timestamp = long.MaxValue.ToString(CultureInfo.InvariantCulture);

        Assert.That(Verifier(Secret).Verify(timestamp, Sign(Secret, timestamp, Body), Body), Is.EqualTo(WebhookVerdict.Stale));
    }

    [FsCheck.NUnit.Property]
    public bool Nothing_that_anybody_makes_up_is_genuine(string timestamp, string signature) =>
        Verifier(Secret).Verify(timestamp, signature, Body) == WebhookVerdict.Forged;

    private WebhookVerifier Verifier(params string[] secrets) => new(clock, secrets);

    private static string At(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Sign(string secret, string timestamp, byte[] body) =>
        "v1=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes(timestamp + "."), .. body])).ToLowerInvariant();
}
