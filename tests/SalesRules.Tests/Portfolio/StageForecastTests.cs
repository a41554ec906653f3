using SalesRules.Policies;

namespace SalesRules.Tests.Portfolio;

public class StageForecastTests
{
    /// <summary>B 12.2's worked example.</summary>
    [Test]
    public void The_books_three_deals_give_71_500_in_May_and_16_500_in_June()
    {
        var months = Portfolios.Of(
        [
            Portfolios.Deal(1, "Discovery", 50_000, "2026-05-20"),
            Portfolios.Deal(2, "Commercial", 120_000, "2026-05-31"),
            Portfolios.Deal(3, "Solution", 30_000, "2026-06-01"),
        ]).Whole.StageForecast.Months;

        Assert.That(months.Select(month => (month.Month, month.Money.Deals, month.Weighted)), Is.EqualTo(new[]
        {
            (new DateOnly(2026, 5, 1), 2, (decimal?)71_500),
            (new DateOnly(2026, 6, 1), 1, 16_500),
        }));
    }

    [Test]
    public void Closed_deals_are_left_out_and_what_has_no_probability_or_no_date_is_told_apart()
    {
        var forecast = Portfolios.Of(
        [
            Portfolios.Deal(1, "Closed Won", 1), Portfolios.Deal(2, "Closed Lost", 1),
            Portfolios.Deal(3, "Nobody knows", 10), Portfolios.Deal(4, "Discovery", 100, close: null),
        ]).Whole.StageForecast;

        Assert.That((forecast.WithoutMonth.Amount, forecast.Months.Single().WithoutProbability.Amount, forecast.Months.Single().Weighted), Is.EqualTo((100m, 10m, 0m)));
    }

    [Test]
    public void Twenty_deals_of_history_take_the_place_of_the_policys_probability_and_nineteen_do_not()
    {
        decimal? May(int entered, StageProbabilitySource source = StageProbabilitySource.History) => Portfolios.Of(
            [.. StageProbabilitiesTests.Entered("Commercial", entered, committed: 5), Portfolios.Deal(1_000, "Commercial", 1_000, "2026-05-20")],
            new PortfolioPolicy { StageProbabilitySource = source }).Whole.StageForecast.Months.Single(month => month.Month.Month == 5).Weighted;

        Assert.That((May(20), May(19), May(20, StageProbabilitySource.Policy)), Is.EqualTo((250m, 450m, 450m)));
    }
}
