using FsCheck;
using FsCheck.Fluent;
using SalesRules.Notifications.Deliveries;

namespace SalesRules.Notifications.Tests.Deliveries;

internal sealed class BackoffTests
{
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(30), TimeSpan.FromHours(1));

    [TestCase(1, 24, 30)]
    [TestCase(2, 48, 60)]
    [TestCase(3, 96, 120)]
    [TestCase(7, 1536, 1920)]
    [TestCase(8, 2880, 3600)]
    [TestCase(1_000_000, 2880, 3600)]
    public void The_wait_doubles_up_to_its_limit_and_is_spread_by_a_fifth(int failures, int least, int most) =>
        Assert.That(Enumerable.Range(1, 200).Select(key => Backoff.After($"k{key}", failures).TotalSeconds), Is.All.InRange(least, most));

    [Test]
    public void The_same_message_waits_equally_long_and_others_do_not()
    {
        var another = new Backoff(Backoff.First, Backoff.Longest);

        Assert.That(Backoff.After("k1", 3), Is.EqualTo(another.After("k1", 3)));
        Assert.That(Enumerable.Range(1, 50).Select(key => Backoff.After($"k{key}", 3)).Distinct().Count(), Is.GreaterThan(40));
    }

    [Test]
    public void A_counterpart_that_asks_for_more_gets_it_up_to_a_day()
    {
        Assert.That(Backoff.After("k1", 1, TimeSpan.FromHours(2)), Is.EqualTo(TimeSpan.FromHours(2)));
        Assert.That(Backoff.After("k1", 1, TimeSpan.FromDays(1)), Is.EqualTo(TimeSpan.FromDays(1)));
        Assert.That(Backoff.After("k1", 1, TimeSpan.FromDays(400)), Is.EqualTo(TimeSpan.FromDays(1)));
        Assert.That(Backoff.After("k1", 1, TimeSpan.Zero), Is.EqualTo(Backoff.After("k1", 1)));
    }

    [Test]
    public void There_is_no_wait_without_a_failure() => Assert.That(() => Backoff.After("k1", 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [FsCheck.NUnit.Property]
    public Property No_schedule_overflows(PositiveInt first, PositiveInt longest, PositiveInt failures)
    {
        var backoff = new Backoff(TimeSpan.FromMilliseconds(first.Get), TimeSpan.FromDays(longest.Get));
        var wait = backoff.After("k1", failures.Get);
        return (wait > TimeSpan.Zero && wait <= backoff.Longest).ToProperty();
    }
}
