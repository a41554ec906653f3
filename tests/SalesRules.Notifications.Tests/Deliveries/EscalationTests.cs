using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Deliveries;

namespace SalesRules.Notifications.Tests.Deliveries;

internal sealed class EscalationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly Escalation Escalation = new(["slack", "mail"], mostFailures: 3);

    [Test]
    public void The_first_channel_comes_first() => Assert.That(Escalation.Next([]), Is.EqualTo("slack"));

    [TestCase(2, "slack")]
    [TestCase(3, "mail")]
    public void A_channel_that_fails_too_often_gives_way(int failures, string expected) =>
        Assert.That(Escalation.Next(Failures("slack", failures)), Is.EqualTo(expected));

    [Test]
    public void A_channel_that_refuses_gives_way_at_once() =>
        Assert.That(Escalation.Next([new Attempt("slack", Now, new Verdict.Refused("no"))]), Is.EqualTo("mail"));

    [Test]
    public void Names_are_compared_without_case_as_settings_are() =>
        Assert.That(Escalation.Next([new Attempt("Slack", Now, new Verdict.Refused("no"))]), Is.EqualTo("mail"));

    [Test]
    public void When_all_are_given_up_nobody_is_next() =>
        Assert.That(Escalation.Next([new Attempt("slack", Now, new Verdict.Refused("no")), .. Failures("mail", 3)]), Is.Null);

    [Test]
    public void A_recipient_has_a_channel_and_each_only_once()
    {
        Assert.That(() => new Escalation([]), Throws.ArgumentException);
        Assert.That(() => new Escalation(["mail", "MAIL"]), Throws.ArgumentException);
        Assert.That(() => new Escalation(["mail"], 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static IReadOnlyList<Attempt> Failures(string channel, int count) =>
        [.. Enumerable.Repeat(new Attempt(channel, Now, new Verdict.RetryLater(null, "busy")), count)];
}
