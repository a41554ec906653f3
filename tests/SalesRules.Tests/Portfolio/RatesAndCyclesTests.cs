using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

/// <summary>Win rates and cycle times by segment.</summary>
public class RatesAndCyclesTests
{
    [TestCase(40, 60, false, Description = "P: 40 % in enterprise")]
    [TestCase(39, 61, true)]
    public void A_win_rate_stands_beside_its_segments_target(int won, int lost, bool isBelow)
    {
        var rate = Portfolios.Of([.. Some(0, won, "Closed Won", "Enterprise"), .. Some(won, lost, "Closed Lost", "Enterprise")]).Whole.WinRates.Segments.Single();

        Assert.That((rate.Segment, rate.Rate, rate.TargetPercent, rate.IsBelowTarget), Is.EqualTo(("Enterprise", new Rate(won, won + lost), 40m, isBelow)));
    }

    [Test]
    public void A_segment_without_a_target_is_not_judged_and_deals_without_a_segment_are_one()
    {
        var rates = Portfolios.Of([.. Some(0, 1, "Closed Won", null), .. Some(1, 1, "Closed Lost", "Public")]).Whole.WinRates;

        Assert.That(rates.Segments.Select(rate => (rate.Segment, rate.Rate, rate.IsBelowTarget)), Is.EqualTo(new[] { ((string?)null, new Rate(1, 1), (bool?)null), ("Public", new Rate(0, 1), null) }));
        Assert.That(rates.All.Rate, Is.EqualTo(new Rate(1, 2)));
    }

    [Test]
    public void A_lower_rate_with_larger_deals_shows_both()
    {
        var rate = Portfolios.Of([Portfolios.Deal(1, "Closed Won", 10, "2026-05-01"), Portfolios.Deal(2, "Closed Won", 30, "2026-05-01"), Portfolios.Deal(3, "Closed Won", null, "2026-05-01")]).Whole.WinRates.All;

        Assert.That((rate.Won.Average, rate.Won.WithoutAmount), Is.EqualTo((20m, 1)), "the mean of those that have an amount");
    }

    [TestCase("2025-05-15", 1)]
    [TestCase("2025-05-14", 0)]
    [TestCase("2026-05-15", 1)]
    [TestCase("2026-05-16", 0)]
    public void Twelve_months_up_to_today_count(string close, int deals) =>
        Assert.That(Portfolios.Of([Portfolios.Deal(1, "Closed Won", 1, close)]).Whole.WinRates.All.Rate.Of, Is.EqualTo(deals));

    [Test]
    public void A_cycle_runs_from_creation_to_close_of_won_deals()
    {
        var cycles = Portfolios.Of([Created(1, "Closed Won", 80), Created(2, "Closed Won", 100), Created(3, "Closed Lost", 7), Created(4, "Closed Won", -3), Created(5, "Closed Won", null)]).Whole.CycleTimes;

        Assert.That(cycles.Segments, Is.EqualTo([new CycleTime("Enterprise", 2, 90m, Implausible: 2, TargetDays: 90)]));
    }

    private static IEnumerable<Opportunity> Some(int from, int count, string stage, string? segment) =>
        Enumerable.Range(from, count).Select(number => Portfolios.Deal(number, stage, 1, "2026-05-01") with { Segment = segment });

    private static Opportunity Created(int number, string stage, int? daysBefore) => Portfolios.Deal(number, stage, 1, "2026-05-01") with
    {
        Segment = "Enterprise",
        CreatedDate = daysBefore is { } days ? ADeal.Noon(Portfolios.Day("2026-05-01").AddDays(-days)) : null,
    };
}
