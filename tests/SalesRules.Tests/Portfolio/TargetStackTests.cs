using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

public class TargetStackTests
{
    /// <summary>B 1.2's worked example.</summary>
    [Test]
    public void A_target_of_1_2M_takes_100_qualified_opportunities_of_60K_that_convert_at_20_per_cent() =>
        Assert.That(TargetStack.RequiredFor(1_200_000, 60_000, 0.20m), Is.EqualTo(100));

    /// <summary>B 1.2 divides by the conversions of its stages, and gets 125 discoveries and 179 proposals out of 100 opportunities.</summary>
    [Test]
    public void Later_stages_take_fewer_deals_than_there_are_qualified_ones()
    {
        var discovery = new StageReach(StageType.Discovery, new Rate(80, 100));
        var proposal = new StageReach(StageType.Commercial, new Rate(56, 100));
        var stack = new TargetStack(1_200_000, 60_000, new Rate(20, 100), [discovery, proposal]);

        Assert.That((stack.Qualified, stack.RequiredIn(discovery), stack.RequiredIn(proposal)), Is.EqualTo((100m, 80m, 56m)));
    }

    [Test]
    public void Average_conversion_and_reach_come_from_qualified_deals_that_closed_within_twelve_months()
    {
        var stack = Portfolios.Of(
        [
            Closed(1, "Closed Won", 100_000, "2026-05-01", "Discovery", "Commercial"),
            Closed(2, "Closed Lost", 50_000, "2026-05-01", "Discovery", "Commercial"),
            Closed(3, "Closed Lost", 50_000, "2026-05-01", "Discovery"),
            Closed(4, "Closed Lost", 50_000, "2026-05-01", "Qualification"),
            Closed(5, "Closed Won", 900_000, "2025-05-14", "Discovery"),
            Portfolios.Deal(6, "Discovery", 70_000).With(Portfolios.State("2026-05-01", "Discovery")),
        ]).Whole.TargetStack;

        Assert.That((stack.AverageDeal, stack.Conversion), Is.EqualTo((100_000m, new Rate(1, 3))));
        Assert.That(decimal.Round(stack.Qualified!.Value, 6), Is.EqualTo(22.5m), "750K of 100K deals is 7.5 won, of which one in three qualified ones is");
        Assert.That(stack.Reach.Single(reach => reach.Type == StageType.Commercial).Reached, Is.EqualTo(new Rate(2, 3)));
    }

    [Test]
    public void What_is_missing_is_named()
    {
        Assert.That(Portfolios.Of([], new PortfolioPolicy()).Whole.TargetStack.WhyUnknown, Is.EqualTo("no target"));
        Assert.That(Portfolios.Of([]).Whole.TargetStack.WhyUnknown, Is.EqualTo("no qualified deal closed within twelve months"));
        Assert.That(Portfolios.Of([Closed(1, "Closed Lost", 1, "2026-05-01", "Discovery")]).Whole.TargetStack.WhyUnknown, Is.EqualTo("no qualified deal was won within twelve months"));
        Assert.That(Portfolios.Of([Closed(1, "Closed Won", null, "2026-05-01", "Discovery")]).Whole.TargetStack.WhyUnknown, Is.EqualTo("no won deal has an amount"));
    }

    private static Opportunity Closed(int number, string stage, decimal? amount, string close, params string[] through) =>
        Portfolios.Deal(number, stage, amount, close).With([.. through.Append(stage).Select((name, i) => Portfolios.State(Portfolios.Day("2025-01-01").AddDays(i).ToString("O"), name))]);
}
