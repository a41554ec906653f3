using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

public class AgingPipelineTests
{
    /// <summary>Twenty stays of 1 to 20 days: median 10.5, 75th percentile 15, three medians 31.5.</summary>
    [TestCase(15, 0, 0)]
    [TestCase(16, 1, 0)]
    [TestCase(31, 1, 0)]
    [TestCase(32, 1, 1)]
    public void An_open_deal_is_aging_beyond_the_75th_percentile_and_stuck_beyond_three_medians(int days, int aging, int stuck)
    {
        var stage = Of(20, Open(days)).Single();

        Assert.That((stage.Usual!.MedianDays, stage.Usual.Percentile75Days, stage.Open), Is.EqualTo((10.5m, 15, 1)));
        Assert.That((stage.Aging, stage.Stuck, stage.MedianDays), Is.EqualTo(((int?)aging, (int?)stuck, (decimal?)days)));
    }

    [Test]
    public void Of_too_few_stays_nothing_is_judged()
    {
        var stage = Of(19, Open(500)).Single();

        Assert.That((stage.Usual, stage.Aging, stage.Stuck), Is.EqualTo(((StageAge?)null, (int?)null, (int?)null)));
    }

    [Test]
    public void An_open_deal_without_history_is_counted_apart() =>
        Assert.That(Of(20, Open(3), Portfolios.Deal(1_001)).Select(stage => (stage.Open, stage.OpenUnknown)), Is.EqualTo(new[] { (1, 1) }));

    private static Opportunity Open(int days) => Portfolios.Deal(1_000).With(Portfolios.State(Portfolios.Today.AddDays(-days).ToString("O"), "Discovery"));

    private static IReadOnlyList<AgingStage> Of(int stays, params Opportunity[] open) => Portfolios.Of(
        [.. Enumerable.Range(1, stays).Select(days => Portfolios.Deal(days, "Closed Won").With(Left(days), Portfolios.State("2026-05-01", "Closed Won"))), .. open]).Whole.Aging.Stages;

    private static DealState Left(int days) => Portfolios.State(Portfolios.Day("2026-05-01").AddDays(-days).ToString("O"), "Discovery");
}
