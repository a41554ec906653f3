using SalesRules.Portfolio;

namespace SalesRules.Tests.Portfolio;

public class WilsonIntervalTests
{
    // Published values of the score interval: Newcombe (1998), table I, and its two ends.
    [TestCase(81, 263, "0.2553", "0.3662")]
    [TestCase(15, 148, "0.0624", "0.1605")]
    [TestCase(0, 20, "0", "0.1611")]
    [TestCase(1, 29, "0.0061", "0.1718")]
    [TestCase(20, 20, "0.8389", "1")]
    public void The_interval_is_that_of_the_literature(int hits, int of, string low, string high)
    {
        var interval = WilsonInterval.Of(hits, of);

        Assert.That(decimal.Round(interval.Low, 4), Is.EqualTo(decimal.Parse(low, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(decimal.Round(interval.High, 4), Is.EqualTo(decimal.Parse(high, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public void Of_nothing_there_is_no_interval_and_no_share() => Assert.That((new Rate().Share, new Rate().Interval), Is.EqualTo(((decimal?)null, (WilsonInterval?)null)));

    [FsCheck.NUnit.Property]
    public void It_holds_the_share_and_stays_within_0_and_1(ushort hits, ushort misses)
    {
        if (hits + misses == 0)
            return;
        var rate = new Rate(hits, hits + misses);

        Assert.That(rate.Interval!.Value.Low, Is.InRange(0m, rate.Share!.Value));
        Assert.That(rate.Interval.Value.High, Is.InRange(rate.Share.Value, 1m));
    }
}
