using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

public class PipelineCoverageTests
{
    private static readonly PortfolioPolicy Quota500K = new() { Quotas = new Dictionary<SalesforceId, QuarterAmounts> { [ADeal.Owner] = new(null, 500_000, null, null) } };

    /// <summary>B 1.5: "if next quarter target is $500k and you require 3x coverage, you want $1.5M in qualified pipeline".</summary>
    [TestCase(1_500_000, 3.0, false)]
    [TestCase(1_499_999, 2.999998, true)]
    public void The_goal_is_three_times_the_target(decimal pipeline, decimal coverage, bool isLow)
    {
        var report = Portfolios.Of([Portfolios.Deal(1, amount: pipeline)], Quota500K);

        Assert.That((report.Whole.Coverage.Coverage, report.Whole.Coverage.IsLow), Is.EqualTo((coverage, isLow)));
        Assert.That(report.Findings, Has.Count.EqualTo(isLow ? 2 : 0), "the owner and the team");
    }

    [Test]
    public void What_is_won_lowers_what_is_left()
    {
        var coverage = Portfolios.Of([Portfolios.Deal(1, amount: 300_000), Portfolios.Deal(2, "Closed Won", 400_000)], Quota500K).Whole.Coverage;

        Assert.That((coverage.Remaining, coverage.Coverage), Is.EqualTo((100_000m, 3m)));
    }

    [TestCase(500_000)]
    [TestCase(600_000)]
    public void Once_the_target_is_reached_there_is_nothing_to_cover(decimal won)
    {
        var coverage = Portfolios.Of([Portfolios.Deal(1, amount: 1), Portfolios.Deal(2, "Closed Won", won)], Quota500K).Whole.Coverage;

        Assert.That((coverage.IsTargetReached, coverage.Coverage, coverage.IsLow, coverage.WhyUnknown), Is.EqualTo((true, (decimal?)null, false, "the target is reached")));
    }

    [TestCase("Qualification", null, "2026-06-15", 0, Description = "not yet qualified")]
    [TestCase("Discovery", null, "2026-06-15", 1)]
    [TestCase("Commitment", null, "2026-06-15", 1)]
    [TestCase("Discovery", "Omitted", "2026-06-15", 0, Description = "taken out of the forecast")]
    [TestCase("Discovery", null, "2026-07-01", 0, Description = "closes in the next quarter")]
    [TestCase("Nobody knows", null, "2026-06-15", 0, Description = "a stage that is not mapped")]
    [TestCase("Closed Lost", null, "2026-06-15", 0)]
    public void Qualified_open_pipeline_of_the_quarter_counts(string stage, string? category, string close, int deals) =>
        Assert.That(Portfolios.Of([Portfolios.Deal(1, stage, 1, close, category)]).Whole.Coverage.Qualified.Deals, Is.EqualTo(deals));

    [Test]
    public void A_team_whose_member_has_no_quota_has_no_target_and_no_finding()
    {
        var other = Portfolios.Deal(2, amount: 1) with { OwnerId = ADeal.Stranger, OwnerName = "Kim Roe" };
        var report = Portfolios.Of([Portfolios.Deal(1, amount: 1), other], Quota500K, Slicing.Team);

        Assert.That(report.Slices.Single().Coverage.WhyUnknown, Is.EqualTo("no quota for 1 of 2 owners (portfolio.quotas)"));
        Assert.That(report.Findings.Select(finding => (finding.Of, finding.Name, finding.Rule)), Is.EqualTo(new[] { (Slicing.Owner, "Dana Fox", "portfolio.coverage-low") }));
    }
}
