using SalesRules.Digests;

namespace SalesRules.Tests.Digests;

public class RenewalPreReadTests
{
    [TestCase("2025-12-31", 0)]
    [TestCase("2026-01-01", 1)]
    [TestCase("2026-09-30", 1)]
    [TestCase("2026-10-01", 0)]
    public void The_window_is_this_quarter_and_the_next_two(string close, int due)
    {
        var digest = Of(ADeal.Renewal.With(record => record with { CloseDate = DateOnly.ParseExact(close, "O", null) }).Decided(1));

        Assert.That((digest.Due.Total.Deals, digest.Quarters.Sum(quarter => quarter.Due.Deals), digest.Risk.All.Deals), Is.EqualTo((due, due, due)));
        Assert.That(digest.Quarters, Has.Count.EqualTo(3));
    }

    [Test]
    public void A_sale_is_no_renewal() => Assert.That(Of(ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 0).Decided(1)).Due.Total.Deals, Is.Zero);

    [Test]
    public void A_silent_sponsor_is_a_red_flag_and_money_at_risk()
    {
        var digest = Of(ADeal.Renewal.Scored(2, 2, 2, 2, 0).Decided(1), ADeal.Renewal.Decided(2));

        Assert.That(digest.RedFlags.Numbers(), Has.Member(1).And.No.Member(2));
        Assert.That(digest.Quarters[0].AtRisk.Deals, Is.EqualTo(digest.Risk.AtRisk.Deals).And.GreaterThanOrEqualTo(1));
    }

    [Test]
    public void An_unscored_renewal_is_due_and_a_strong_one_is_a_lead()
    {
        var digest = Of(ADeal.Renewal.Scored(2, 2, 2, null, 2).Decided(1), ADeal.Renewal.Decided(2));

        Assert.That((digest.ScoreDue.Numbers(), digest.ExpansionLeads.Numbers()), Is.EqualTo((new[] { 1 }, new[] { 2 })));
    }

    [TestCase(1, 1)]
    [TestCase(2, 0)]
    public void A_weak_cost_of_switching_is_listed(int quantify, int weak) =>
        Assert.That(Of(ADeal.Renewal.Scored(2, 2, 2, quantify, 2).With(record => record with { SwitchingCostValidatedOn = ADeal.Today }).Decided(1)).WeakSwitchingCost.Total.Deals, Is.EqualTo(weak));

    private static RenewalPreRead Of(params DigestDeal[] deals) => Digests.Of<RenewalPreRead>(DigestKind.Renewals, Digests.Scope(), deals);
}
