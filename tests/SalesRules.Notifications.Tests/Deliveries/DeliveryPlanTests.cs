using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Deliveries;

namespace SalesRules.Notifications.Tests.Deliveries;

internal sealed class DeliveryPlanTests
{
    private static readonly DateTimeOffset Due = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly DeliveryPlan Plan = new(new Escalation(["slack", "mail"], mostFailures: 2), Backoff.Default);

    private static readonly DeliveryPlan QuietPlan = Plan with { QuietHours = new QuietHours(TimeZoneInfo.Utc, new TimeOnly(7, 30), new TimeOnly(9, 0)) };

    [Test]
    public void A_new_message_is_sent_when_it_is_due() => Assert.That(Plan.Next("k1", Due, []), Is.EqualTo(new DeliveryStep.Send("slack", Due)));

    [Test]
    public void A_delivered_message_is_done_whatever_failed_before() =>
        Assert.That(Plan.Next("k1", Due, [Failed("slack", 1), new Attempt("slack", Due, new Verdict.Delivered())]), Is.InstanceOf<DeliveryStep.Done>());

    [Test]
    public void A_failure_waits_for_the_backoff() =>
        Assert.That(Plan.Next("k1", Due, [Failed("slack", 5)]), Is.EqualTo(new DeliveryStep.Send("slack", Due.AddMinutes(5) + Backoff.Default.After("k1", 1))));

    [Test]
    public void A_counterpart_that_asks_for_time_gets_it() =>
        Assert.That(Plan.Next("k1", Due, [new Attempt("slack", Due, new Verdict.RetryLater(TimeSpan.FromMinutes(20), "busy"))]),
            Is.EqualTo(new DeliveryStep.Send("slack", Due.AddMinutes(20))));

    [Test]
    public void The_next_channel_does_not_wait_for_the_failures_of_the_one_before() =>
        Assert.That(Plan.Next("k1", Due, [Failed("slack", 1), Failed("slack", 2)]), Is.EqualTo(new DeliveryStep.Send("mail", Due.AddMinutes(2))));

    [Test]
    public void When_every_channel_is_given_up_the_reasons_are_told() =>
        Assert.That((Plan.Next("k1", Due, [Failed("slack", 1), Failed("slack", 2), new Attempt("mail", Due, new Verdict.Refused("no such user"))]) as DeliveryStep.GivenUp)?.Reasons,
            Is.EqualTo(new[] { "busy", "no such user" }));

    [Test]
    public void Quiet_hours_hold_a_message_back_and_its_repeats_too()
    {
        Assert.That(QuietPlan.Next("k1", Due, []), Is.EqualTo(new DeliveryStep.Send("slack", Due.AddHours(1))));
        Assert.That(QuietPlan.Next("k1", Due, [Failed("slack", 0)]), Is.EqualTo(new DeliveryStep.Send("slack", Due.AddHours(1))));
    }

    [Test]
    public void What_may_disturb_goes_out_at_once() =>
        Assert.That(QuietPlan.Next("k1", Due, [], mayDisturb: true), Is.EqualTo(new DeliveryStep.Send("slack", Due)));

    private static Attempt Failed(string channel, int minutes) => new(channel, Due.AddMinutes(minutes), new Verdict.RetryLater(null, "busy"));
}
