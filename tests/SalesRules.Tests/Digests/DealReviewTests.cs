using SalesRules.Digests;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Digests;

/// <summary>The bi-weekly pack and the weekly reviews of managers.</summary>
public class DealReviewTests
{
    private static readonly ADeal Large = ADeal.InStage("POV").Scored(2, 2, 2, 2, 2).Forecast("Commit").With(record => record with { Amount = 250_000 });

    [TestCase(100_000, false)]
    [TestCase(100_001, true)]
    public void The_pack_begins_above_the_policys_amount(int amount, bool isDue) =>
        Assert.That(Pack(Large.With(record => record with { Amount = amount }).Decided(1)).Agenda.Numbers(), isDue ? Is.EqualTo([1]) : Is.Empty);

    [TestCase("Technical Deep-Dive", false)]
    [TestCase("POV", true)]
    [TestCase("Proposal", true)]
    public void The_pack_begins_by_pov(string stage, bool isDue) =>
        Assert.That(Pack(Large.With(record => record with { StageName = stage }).Decided(1)).Due.Deals, Is.EqualTo(isDue ? 1 : 0));

    [Test]
    public void The_lowest_pillar_opens_the_review_and_unscored_deals_stand_apart()
    {
        var pack = Pack(
            Large.Decided(1),
            Large.Scored(2, 2, 2, 2, 0).Decided(2),
            Large.Scored(2, 1, 2, 2, 2).Decided(3),
            Large.Scored(2, null, 2, 2, 2).Decided(4));

        Assert.That(pack.Agenda.Numbers(), Is.EqualTo([2, 3, 1]));
        Assert.That(pack.NotReviewable.Numbers(), Is.EqualTo([4]));
        Assert.That(pack.Due.Deals, Is.EqualTo(4));
    }

    [Test]
    public void Each_manager_has_a_review_and_deals_without_one_come_last()
    {
        var users = new UserDirectory([new User(ADeal.Manager, "Zoe Berg", true, null, null), new User(ADeal.Director, "Ada Kern", true, null, null)]);
        var reviews = Digests.Of<ManagerReviews>(DigestKind.Reviews, Digests.Scope(users: users),
        [
            Large.Decided(1),
            Large.With(record => record with { OwnerManagerId = ADeal.Director }).Decided(2),
            Large.With(record => record with { OwnerManagerId = null }).Decided(3),
        ]);

        Assert.That(reviews.Managers.Select(review => (review.Name, review.Forecast.Total.Deals)), Is.EqualTo([("Ada Kern", 1), ("Zoe Berg", 1), ((string?)null, 1)]));
        Assert.That(reviews.For(reviews.Managers[0]).Managers.Single().Name, Is.EqualTo("Ada Kern"));
    }

    [TestCase("Best Case", true)]
    [TestCase("Most Likely", true)]
    [TestCase("Commit", true)]
    [TestCase("Pipeline", false)]
    [TestCase("Omitted", false)]
    public void The_forecast_of_a_review_is_Best_Case_and_above(string category, bool isIn) =>
        Assert.That(Review(Large.Forecast(category).Decided(1)).Forecast.Total.Deals, Is.EqualTo(isIn ? 1 : 0));

    [TestCase(7, true)]
    [TestCase(8, false)]
    public void A_deal_that_entered_its_stage_since_the_review_has_moved(int daysAgo, bool moved)
    {
        var deal = Large.Knowing(context => context with { StageHistory = [new StageEntry("POV", ADeal.Noon(ADeal.Today.AddDays(-daysAgo)), ADeal.Owner)] });

        Assert.That(Review(deal.Decided(1)).Moved.Total.Deals, Is.EqualTo(moved ? 1 : 0));
    }

    [TestCase("Legal Redline", 1)]
    [TestCase(" ", 0)]
    [TestCase(null, 0)]
    public void A_named_blocker_blocks(string? blocker, int blocked) =>
        Assert.That(Review(Large.With(record => record with { Blocker = blocker }).Decided(1)).Blocked.Total.Deals, Is.EqualTo(blocked));

    [TestCase(-1, 1)]
    [TestCase(0, 0)]
    public void A_next_step_of_the_past_is_overdue(int days, int overdue) =>
        Assert.That(Review(Large.With(record => record with { NextStepDate = ADeal.Today.AddDays(days) }).Decided(1)).NextStepOverdue.Total.Deals, Is.EqualTo(overdue));

    [Test]
    public void A_deal_without_an_economic_buyer_has_no_decision_owner()
    {
        Assert.That(Review(Large.With(record => record with { EconomicBuyer = null }).Decided(1)).NoDecisionOwner.Total.Deals, Is.EqualTo(1));
        Assert.That(Review(Large.Decided(1)).NoDecisionOwner.Total.Deals, Is.Zero);
    }

    private static DealReviewPack Pack(params DigestDeal[] deals) => Digests.Of<DealReviewPack>(DigestKind.Deals, Digests.Scope(), deals);

    private static ManagerReview Review(params DigestDeal[] deals) => Digests.Of<ManagerReviews>(DigestKind.Reviews, Digests.Scope(), deals).Managers.Single();
}
