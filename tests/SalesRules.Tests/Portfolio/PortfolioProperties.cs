using SalesRules.Portfolio;
using SalesRules.Portfolio.Movement;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Portfolio;

/// <summary>What holds of every portfolio.</summary>
[FsCheck.NUnit.Properties(MaxTest = 300, QuietOnSuccess = true)]
public class PortfolioProperties
{
    private static readonly MovementKind[] Coming = [MovementKind.New, MovementKind.Reopened];
    private static readonly MovementKind[] Going = [MovementKind.Won, MovementKind.Lost];
    private static readonly MovementKind[] OfMoney = [.. Coming, .. Going, MovementKind.AmountUp, MovementKind.AmountDown];

    [Property]
    public void The_parts_add_up_to_the_whole(int seed, byte slicing)
    {
        var report = Portfolios.Of(RandomPortfolio.Of(seed), RandomPortfolio.Settings, (Slicing)(slicing % 3), since: "2026-01-01");

        AssertAddsUp(report, slice => slice.Deals.Deals);
        AssertAddsUp(report, slice => slice.Deals.Open.Known);
        AssertAddsUp(report, slice => slice.WeightedForecast.Total.Known);
        AssertAddsUp(report, slice => slice.WeightedForecast.Categories.Sum(category => category.Money.Known * category.WeightPercent));
        AssertAddsUp(report, slice => slice.Coverage.Qualified.Deals);
        AssertAddsUp(report, slice => slice.StageForecast.Months.Sum(month => month.KnownWeighted));
        AssertAddsUp(report, slice => slice.Conversion.Steps.Sum(step => step.Converted.Of + (100 * step.Converted.Hits) + (10_000 * step.Lost)));
        AssertAddsUp(report, slice => slice.Aging.Stages.Sum(stage => stage.Open + stage.OpenUnknown));
        AssertAddsUp(report, slice => slice.WinRates.All.Rate.Of);
        AssertAddsUp(report, slice => slice.CycleTimes.Segments.Sum(segment => segment.Deals + segment.Implausible));
        AssertAddsUp(report, slice => slice.Accuracy.Actual.Known + slice.Accuracy.Forecast.Known);
        AssertAddsUp(report, slice => slice.Calibration.Bands.Sum(band => band.Won.Of));
        AssertAddsUp(report, slice => slice.Attainment.InYear.Known);
        AssertAddsUp(report, slice => slice.TargetStack.Conversion.Of);
        AssertAddsUp(report, slice => slice.Movement.Sums.Values.Sum(sum => sum.Moves));
        AssertAddsUp(report, slice => slice.Hygiene.Completeness.Hits + (1_000 * slice.Hygiene.Consistency.Hits));
    }

    [Property]
    public void What_was_open_and_what_moved_is_what_is_open(int seed, byte daysBack)
    {
        var movement = Portfolios.Of(RandomPortfolio.Of(seed), since: Portfolios.Today.AddDays(-daysBack).ToString("O")).Whole.Movement;

        int Moves(MovementKind[] kinds) => kinds.Sum(kind => movement.Sums[kind].Moves);
        Assert.That(movement.Opening.Deals + Moves(Coming) - Moves(Going), Is.EqualTo(movement.Closing.Deals));
        Assert.That(movement.Opening.Known + OfMoney.Sum(kind => movement.Sums[kind].Amount), Is.EqualTo(movement.Closing.Known));
    }

    [Property]
    public void The_order_of_the_deals_does_not_matter(int seed)
    {
        var deals = RandomPortfolio.Of(seed);

        var one = Portfolios.Of(deals, RandomPortfolio.Settings, Slicing.Team);
        var other = Portfolios.Of(deals.Reverse(), RandomPortfolio.Settings, Slicing.Team);

        Assert.That(Said(one), Is.EqualTo(Said(other)));
    }

    private static void AssertAddsUp(PortfolioReport report, Func<PortfolioSlice, decimal> figure) =>
        Assert.That(report.Slices.Sum(figure), Is.EqualTo(figure(report.Whole)));

    private static string Said(PortfolioReport report) => System.Text.Json.JsonSerializer.Serialize(report.AllSlices.Select(slice => new
    {
        slice.Name,
        slice.WeightedForecast,
        slice.Coverage,
        slice.StageForecast,
        slice.Conversion,
        slice.Aging,
        slice.WinRates,
        slice.CycleTimes,
        slice.Accuracy,
        slice.Calibration,
        slice.Attainment,
        slice.TargetStack,
        Moves = slice.Movement.Sums.Select(sum => new { Kind = sum.Key.ToString(), sum.Value }),
        Moved = slice.Movement.Deals.Select(deal => deal.Deal.Id.Value),
        slice.Hygiene.Completeness,
        slice.Hygiene.Consistency,
        slice.Hygiene.MedianDays,
    }));
}
