using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Deliveries;

namespace SalesRules.Notifications.Tests.Deliveries;

/// <summary>Random histories of a message: channels that deliver, fail, ask for time and refuse, people in several zones.</summary>
internal sealed class DeliveryHistories
{
    // Once the wait has come to an hour, less a fifth.
    private const int TriesInThreeDays = 90;

    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"];

    [FsCheck.NUnit.Property(MaxTest = 500, StartSize = 1, EndSize = 100_000)]
    public void Every_message_comes_to_an_end_and_disturbs_nobody(int seed)
    {
        var random = new Random(seed);
        var plan = Plan(random);
        var now = new DateTimeOffset(2026, 3, 27, 12, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(400 * 24 * 60));
        List<Attempt> attempts = [];

        DeliveryStep step;
        while ((step = plan.Next($"k{seed}", now, attempts)) is DeliveryStep.Send send)
        {
            Assert.That(plan.QuietHours!.Allows(send.At), Is.True, "nobody is disturbed");
            Assert.That(send.At, Is.GreaterThanOrEqualTo(attempts.Count == 0 ? now : attempts[^1].At), "time does not run backwards");
            attempts.Add(new Attempt(send.Channel, send.At.AddSeconds(random.Next(30)), Verdict(random)));
            Assert.That(attempts, Has.Count.LessThanOrEqualTo(plan.Escalation.Channels.Count * (plan.Escalation.MostFailures + TriesInThreeDays)));
        }

        Assert.That(step is DeliveryStep.Done, Is.EqualTo(attempts.Count > 0 && attempts[^1].Verdict is Verdict.Delivered), "done means delivered");
        Assert.That(step is DeliveryStep.Done || attempts.Select(attempt => attempt.Channel).Distinct().Count() == plan.Escalation.Channels.Count, "given up means that every channel was tried");
        Assert.That(attempts.Count(attempt => attempt.Verdict is Verdict.Delivered), Is.LessThanOrEqualTo(1), "a delivered message is not sent again");
    }

    private static DeliveryPlan Plan(Random random) => new(
        new Escalation([.. Enumerable.Range(1, random.Next(1, 4)).Select(n => $"channel{n}")], random.Next(1, 6)),
        Backoff.Default,
        new QuietHours(TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]), new TimeOnly(random.Next(24), random.Next(60)), new TimeOnly(random.Next(24), random.Next(60))));

    private static Verdict Verdict(Random random) => random.Next(10) switch
    {
        0 => new Verdict.Delivered(),
        1 => new Verdict.Refused("no"),
        2 => new Verdict.RetryLater(TimeSpan.FromSeconds(random.Next(200_000)), "later"),
        _ => new Verdict.RetryLater(null, "busy"),
    };
}
