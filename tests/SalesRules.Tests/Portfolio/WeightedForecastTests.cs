using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

public class WeightedForecastTests
{
    /// <summary>P "Forecasting": 2 deals of 150K in all are closed, 3 of 300K Commit, 5 of 500K Best Case, 10 of 1M Pipeline.</summary>
    private static IEnumerable<Opportunity> OfThePlaybook() =>
    [
        .. Some(0, 2, "Closed Won", 75_000, "Closed"),
        .. Some(10, 3, "Commitment", 100_000, "Commit"),
        .. Some(20, 5, "Commercial", 100_000, "Best Case"),
        .. Some(30, 10, "Discovery", 100_000, "Pipeline"),
    ];

    [Test]
    public void The_playbooks_forecast_is_1_27M_of_1_95M_and_covers_its_target_1_69_times()
    {
        var forecast = Portfolios.Of(OfThePlaybook()).Whole.WeightedForecast;

        Assert.That(forecast.Categories.Where(category => category.Money.Deals > 0).Select(category => (category.Category, category.Money.Deals, category.Weighted)), Is.EqualTo(new[]
        {
            (ForecastCategory.Closed, 2, (decimal?)150_000),
            (ForecastCategory.Commit, 3, 270_000),
            (ForecastCategory.BestCase, 5, 350_000),
            (ForecastCategory.Pipeline, 10, 500_000),
        }));
        Assert.That((forecast.Total.Deals, forecast.Total.Amount, forecast.Weighted), Is.EqualTo((20, 1_950_000m, 1_270_000m)));
        Assert.That(decimal.Round(forecast.Cover!.Value, 2), Is.EqualTo(1.69m), "P prints 1.7x");
    }

    [TestCase("2026-03-31", 0)]
    [TestCase("2026-04-01", 1)]
    [TestCase("2026-06-30", 1)]
    [TestCase("2026-07-01", 0)]
    public void Only_deals_that_close_in_the_quarter_count(string close, int deals) =>
        Assert.That(Portfolios.Of([Portfolios.Deal(1, amount: 1, close: close, category: "Commit")]).Whole.WeightedForecast.Total.Deals, Is.EqualTo(deals));

    [TestCase("Most Likely", 80)]
    [TestCase("Omitted", 0)]
    public void The_other_categories_have_weights_of_their_own(string category, int weighted) =>
        Assert.That(Portfolios.Of([Portfolios.Deal(1, amount: 100, category: category)]).Whole.WeightedForecast.Weighted, Is.EqualTo(weighted));

    [Test]
    public void A_lost_deal_is_not_there_and_an_open_one_without_a_category_of_its_own_is_in_no_sum()
    {
        var forecast = Portfolios.Of([Portfolios.Deal(1, "Closed Lost", 5), Portfolios.Deal(2, amount: 7), Portfolios.Deal(3, amount: 11, category: "Closed")]).Whole.WeightedForecast;

        Assert.That((forecast.Total.Deals, forecast.Uncategorised.Deals, forecast.Uncategorised.Amount), Is.EqualTo((0, 2, 18m)));
    }

    [Test]
    public void Deals_without_an_amount_are_counted_and_never_0()
    {
        var none = Portfolios.Of([Portfolios.Deal(1, category: "Commit")]).Whole.WeightedForecast;
        var some = Portfolios.Of([Portfolios.Deal(1, category: "Commit"), Portfolios.Deal(2, amount: 100, category: "Commit")]).Whole.WeightedForecast;

        Assert.That((none.Total.WithoutAmount, none.Weighted, none.Cover, none.WhyUnknown), Is.EqualTo((1, (decimal?)null, (decimal?)null, "no deal has an amount")));
        Assert.That((some.Total.WithoutAmount, some.Weighted), Is.EqualTo((1, 90m)));
    }

    [Test]
    public void Several_currencies_are_never_added()
    {
        var deal = Portfolios.Deal(1, amount: 100, category: "Commit");
        var forecast = Portfolios.Of([deal with { CurrencyIsoCode = "EUR" }, deal with { Id = Portfolios.IdOf(2), CurrencyIsoCode = "JPY" }]).Whole.WeightedForecast;

        Assert.That((forecast.Weighted, forecast.WhyUnknown), Is.EqualTo(((decimal?)null, "amounts in several currencies")));
    }

    [Test]
    public void Without_a_target_the_cover_is_unknown_and_says_why()
    {
        var forecast = Portfolios.Of(OfThePlaybook(), new PortfolioPolicy()).Whole.WeightedForecast;

        Assert.That((forecast.Weighted, forecast.Cover), Is.EqualTo((1_270_000m, (decimal?)null)));
        Assert.That(forecast.WhyUnknown, Does.Contain("portfolio.target"));
    }

    private static IEnumerable<Opportunity> Some(int from, int count, string stage, decimal amount, string category) =>
        Enumerable.Range(from, count).Select(number => Portfolios.Deal(number, stage, amount, category: category));
}
