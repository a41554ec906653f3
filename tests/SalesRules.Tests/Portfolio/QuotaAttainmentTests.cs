using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

public class QuotaAttainmentTests
{
    /// <summary>P "Quota": $1.5M in a ramp of 300, 350, 400 and 450K.</summary>
    private static readonly PortfolioPolicy Ramp = new()
    {
        Quotas = new Dictionary<SalesforceId, QuarterAmounts> { [ADeal.Owner] = new(300_000, 350_000, 400_000, 450_000) },
    };

    [Test]
    public void A_ramp_asks_for_650K_by_the_second_quarter_and_1500K_in_the_year()
    {
        var attainment = Portfolios.Of([Won(1, "2026-02-01", 300_000), Won(2, "2026-05-01", 175_000)], Ramp, Slicing.Owner).Slices.Single().Attainment;

        Assert.That((attainment.Target.Quarter, attainment.Target.ToDate, attainment.Target.Year), Is.EqualTo((350_000m, 650_000m, 1_500_000m)));
        Assert.That((attainment.OfQuarter, attainment.OfYearToDate, attainment.OfYear), Is.EqualTo((0.5m, 475_000m / 650_000m, 475_000m / 1_500_000m)));
    }

    [TestCase(649_999, 0)]
    [TestCase(650_000, 1)]
    public void Who_has_won_the_quotas_to_date_is_on_quota(decimal won, int onQuota) =>
        Assert.That(Portfolios.Of([Won(1, "2026-05-01", won)], Ramp).Whole.Attainment.OnQuota, Is.EqualTo(new Rate(onQuota, 1)));

    [Test]
    public void A_rep_without_a_deal_is_not_on_quota_and_one_without_a_quota_is_not_asked()
    {
        var quotas = new Dictionary<SalesforceId, QuarterAmounts>(Ramp.Quotas) { [ADeal.Director] = new(1, 1, 1, 1) };
        var attainment = Portfolios.Of([Won(1, "2026-05-01", 650_000), Won(2, "2026-05-01", 1) with { OwnerId = ADeal.Stranger }], Ramp with { Quotas = quotas }).Whole.Attainment;

        Assert.That(attainment.OnQuota, Is.EqualTo(new Rate(1, 2)));
    }

    [TestCase("2025-12-31", 0, 0)]
    [TestCase("2026-01-01", 0, 1)]
    [TestCase("2026-03-31", 0, 1)]
    [TestCase("2026-04-01", 1, 1)]
    public void Year_and_quarter_begin_on_their_first_days(string close, int inQuarter, int inYear)
    {
        var attainment = Portfolios.Of([Won(1, close, 1)], Ramp).Whole.Attainment;

        Assert.That((attainment.InQuarter.Deals, attainment.InYear.Deals), Is.EqualTo((inQuarter, inYear)));
    }

    [Test]
    public void Without_a_quota_attainment_is_unknown_and_never_0()
    {
        var attainment = Portfolios.Of([Won(1, "2026-05-01", 1)], new PortfolioPolicy(), Slicing.Owner).Slices.Single().Attainment;

        Assert.That((attainment.OfQuarter, attainment.Target.WhyUnknown), Is.EqualTo(((decimal?)null, "no quota (portfolio.quotas)")));
    }

    private static Opportunity Won(int number, string close, decimal amount) => Portfolios.Deal(number, "Closed Won", amount, close);
}
