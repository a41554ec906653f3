using SalesRules.Decisions;
using SalesRules.Digests;
using SalesRules.Portfolio.Movement;

namespace SalesRules.Tests.Digests;

public class PipelinePreReadTests
{
    private static readonly ADeal Sound = ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast("Best Case");

    [Test]
    public void Top_deals_are_the_largest_that_can_be_reviewed()
    {
        var digest = Pipeline(
            Worth(Sound, 100).Decided(1),
            Worth(Sound, 300).Decided(2),
            Worth(Sound, 900).Forecast("Omitted").Decided(3),
            Worth(Sound, 800).Scored(2, 2, 2, 2, null).Decided(4),
            Worth(Sound, 200).Scored(2, 2, 2, 2, null).Forecast("Pipeline").Decided(5));

        Assert.That(digest.Top.Numbers(), Is.EqualTo([2, 5, 1]));
        Assert.That(digest.NotReviewable.Numbers(), Is.EqualTo([4]));
    }

    [TestCase(4, 4, 0)]
    [TestCase(5, 5, 0)]
    [TestCase(6, 5, 1)]
    public void A_list_names_up_to_its_limit_and_counts_all(int deals, int named, int more)
    {
        var digest = Pipeline([.. Enumerable.Range(1, deals).Select(number => Worth(Sound, number).Decided(number))]);

        Assert.That((digest.Top.Deals.Count, digest.Top.NotListed), Is.EqualTo((named, more)));
        Assert.That(digest.Top.Total.Amount, Is.EqualTo(Enumerable.Range(1, deals).Sum()));
        Assert.That(digest.Top.NotListedMoney.Amount, Is.EqualTo(Enumerable.Range(1, deals).Sum() - digest.Top.Deals.Sum(deal => deal.Record.Amount)));
    }

    [TestCase(-1, true)]
    [TestCase(0, false)]
    public void A_deal_past_its_close_date_slips(int daysAhead, bool slips)
    {
        var digest = Pipeline(Sound.With(record => record with { CloseDate = ADeal.Today.AddDays(daysAhead) }).Decided(1));

        Assert.That(digest.Slipping.Numbers(), slips ? Is.EqualTo([1]) : Is.Empty);
    }

    [TestCase(MovementKind.Pushed, true)]
    [TestCase(MovementKind.PulledIn, false)]
    public void A_pushed_deal_slips(MovementKind kind, bool slips) =>
        Assert.That(Pipeline(Sound.Decided(1, Sound.Moved(kind))).Slipping.Numbers(), slips ? Is.EqualTo([1]) : Is.Empty);

    [TestCase("2026-04-01", "2026-05-01", "2026-04-01", false)]
    [TestCase("2026-04-01", "2026-05-01", "2026-04-02", true)]
    [TestCase("2026-04-01", "2026-03-20", "2026-04-02", true)]
    [TestCase("2026-04-01", "2026-05-01", "2026-03-31", false)]
    public void What_was_pushed_and_came_back_slips_nothing(string before, string between, string now, bool slips)
    {
        Move Step(int hour, string from, string to) =>
            new(ADeal.Noon(ADeal.Today.AddDays(-2)).AddHours(hour), string.CompareOrdinal(to, from) > 0 ? MovementKind.Pushed : MovementKind.PulledIn, 0, from, to);
        var deal = Sound.With(record => record with { CloseDate = DateOnly.ParseExact(now, "O", System.Globalization.CultureInfo.InvariantCulture) });
        var movement = new DealMovement(deal.Opportunity, [Step(0, before, between), Step(1, between, now)], []);

        Assert.That(Pipeline(deal.Decided(1, movement)).Slipping.Numbers(), slips ? Is.EqualTo([1]) : Is.Empty);
    }

    [Test]
    public void A_deal_that_was_pushed_and_lost_slips_no_more()
    {
        var lost = Sound.With(record => record with { IsClosed = true, IsWon = false });

        Assert.That(Pipeline(lost.Decided(1, lost.Moved(MovementKind.Pushed))).Slipping.Deals, Is.Empty);
    }

    [Test]
    public void What_was_won_and_what_was_created_since_the_review_is_listed_whatever_became_of_it()
    {
        var won = Sound.With(record => record with { IsClosed = true, IsWon = true });
        var digest = Pipeline(Sound.Decided(1), won.Decided(2, won.Moved(MovementKind.Won)), won.Decided(3, won.Moved(MovementKind.New)), Sound.Decided(4, Sound.Moved(MovementKind.New)));

        Assert.That((digest.Wins.Numbers(), digest.Built.Numbers()), Is.EqualTo((new[] { 2 }, new[] { 3, 4 })));
    }

    [TestCase(7, true)]
    [TestCase(8, false)]
    public void An_override_that_ends_within_the_days_of_the_policy_is_due(int days, bool isDue)
    {
        var held = Sound.With(record => record with
        {
            ForecastHold = "Commit",
            ForecastHoldBy = ADeal.Manager,
            ForecastHoldReason = "The CFO signs",
            ForecastHoldSetOn = ADeal.Today,
            ForecastHoldUntil = ADeal.Today.AddDays(days),
        });

        Assert.That(Pipeline(held.Decided(1)).Overrides.Numbers(), isDue ? Is.EqualTo([1]) : Is.Empty);
    }

    [Test]
    public void An_override_that_does_not_hold_is_due_at_once()
    {
        var held = Sound.With(record => record with { ForecastHold = "Commit", ForecastHoldBy = ADeal.Owner, ForecastHoldReason = "Trust me", ForecastHoldSetOn = ADeal.Today, ForecastHoldUntil = ADeal.Today.AddDays(14) });

        Assert.That(Pipeline(held.Decided(1)).Overrides.Numbers(), Is.EqualTo([1]));
    }

    [Test]
    public void At_risk_is_high_before_medium_and_then_the_largest()
    {
        var digest = Pipeline(
            Worth(Sound, 900).Decided(1),
            Worth(Sound, 10).With(record => record with { CloseDate = ADeal.Today.AddDays(-1) }).Decided(2),
            Worth(Sound, 20).With(record => record with { CloseDate = ADeal.Today.AddDays(-1) }).Decided(3));

        Assert.That(digest.AtRisk.Deals.Select(deal => deal.Decision.Risk.Level), Has.All.EqualTo(RiskLevel.High));
        Assert.That(digest.AtRisk.Numbers(), Is.EqualTo([3, 2]));
        Assert.That(digest.Risk.AtRisk.Amount, Is.EqualTo(30));
        Assert.That(digest.Reasons.Single(reason => reason.Rule == "hygiene.close-date-past").Money.Amount, Is.EqualTo(30));
    }

    [Test]
    public void A_deal_of_which_nobody_says_whether_it_is_open_is_in_no_list()
    {
        var digest = Pipeline(Worth(Sound, 5).With(record => record with { IsClosed = null, IsWon = null, StageName = "Nobody knows" }).Decided(1));

        Assert.That((digest.Top.Total.Deals, digest.AtRisk.Total.Deals, digest.Risk.All.Deals), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public void Amounts_in_several_currencies_have_no_sum()
    {
        var digest = Pipeline(
            Worth(Sound, 5).With(record => record with { CurrencyIsoCode = "EUR" }).Decided(1),
            Worth(Sound, 7).With(record => record with { CurrencyIsoCode = "USD" }).Decided(2));

        Assert.That((digest.Top.Total.Deals, digest.Top.Total.Amount), Is.EqualTo((2, (decimal?)null)));
    }

    [Test]
    public void A_deal_without_an_amount_comes_last_and_is_counted()
    {
        var digest = Pipeline(Sound.With(record => record with { Amount = null }).Decided(1), Worth(Sound, 3).Decided(2));

        Assert.That(digest.Top.Numbers(), Is.EqualTo([2, 1]));
        Assert.That((digest.Top.Total.Deals, digest.Top.Total.WithoutAmount, digest.Top.Total.Amount), Is.EqualTo((2, 1, 3m)));
    }

    private static PipelinePreRead Pipeline(params DigestDeal[] deals) => Digests.Pipeline(Digests.Scope(), deals);

    private static ADeal Worth(ADeal deal, int amount) => deal.With(record => record with { Amount = amount, IsClosed = false });
}
