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
    public void When_every_channel_refuses_the_reasons_are_told() =>
        Assert.That((Plan.Next("k1", Due, [Refused("slack", "revoked"), Refused("mail", "no such user")]) as DeliveryStep.GivenUp)?.Reasons,
            Is.EqualTo(new[] { "revoked", "no such user" }));

    [Test]
    public void When_all_have_failed_often_they_are_tried_on_as_their_waits_run_out_but_not_who_refused()
    {
        var plan = Plan with { Escalation = new Escalation(["slack", "mail", "fax"], mostFailures: 2) };
        Attempt[] attempts = [Failed("slack", 0), Failed("slack", 1), Failed("mail", 1), Failed("mail", 2), Refused("fax", "no")];

        Assert.That(plan.Next("k1", Due, attempts), Is.EqualTo(new DeliveryStep.Send("slack", Due.AddMinutes(1) + Backoff.Default.After("k1", 2))));
        Assert.That(plan.Next("k1", Due, [.. attempts, Failed("slack", 2)]), Is.EqualTo(new DeliveryStep.Send("mail", Due.AddMinutes(2) + Backoff.Default.After("k1", 2))));
        Assert.That(plan.Next("k1", Due, [.. attempts, Failed("slack", 9)]), Is.EqualTo(new DeliveryStep.Send("mail", Due.AddMinutes(9))), "its wait is over");
    }

    [TestCase(-1, false)]
    [TestCase(0, true)]
    public void After_three_days_of_failures_a_message_is_given_up(int minutes, bool isGivenUp) =>
        Assert.That(Plan.Next("k1", Due.AddDays(-2), [Failed("slack", 0), Failed("slack", 1), Failed("mail", 2), Failed("mail", (3 * 24 * 60) + minutes)]),
            isGivenUp ? Is.InstanceOf<DeliveryStep.GivenUp>() : Is.InstanceOf<DeliveryStep.Send>());

    [Test]
    public void Quiet_hours_hold_a_message_back_and_its_repeats_too()
    {
        Assert.That(QuietPlan.Next("k1", Due, []), Is.EqualTo(new DeliveryStep.Send("slack", Due.AddHours(1))));
        Assert.That(QuietPlan.Next("k1", Due, [Failed("slack", 0)]), Is.EqualTo(new DeliveryStep.Send("slack", Due.AddHours(1))));
    }

    [Test]
    public void What_may_disturb_goes_out_at_once() =>
        Assert.That(QuietPlan.Next("k1", Due, [], mayDisturb: true), Is.EqualTo(new DeliveryStep.Send("slack", Due)));

    private static Attempt Refused(string channel, string why) => new(channel, Due, new Verdict.Refused(why));

    private static Attempt Failed(string channel, int minutes) => new(channel, Due.AddMinutes(minutes), new Verdict.RetryLater(null, "busy"));
}
