using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>
/// What was forecast of the last whole quarter on its first day, and what came (B 1.5 "compare forecast vs. actual"): the deals that
/// were then open and to close in it, weighted by their category of then.
/// </summary>
/// <param name="Quarter">The last whole quarter.</param>
/// <param name="Categories">All but Closed, the surest first.</param>
/// <param name="Actual">Won in the quarter, forecast or not.</param>
/// <param name="WithoutHistory">Deals whose state of then nobody kept, among those that closed in the quarter or later or are open.</param>
/// <param name="HasHistory">Whether any deal's history reaches back to that day.</param>
public sealed record ForecastAccuracy(FiscalQuarter Quarter, IReadOnlyList<CategoryAccuracy> Categories, Money Actual, int WithoutHistory, bool HasHistory)
{
    /// <summary>All that was forecast.</summary>
    public Money Forecast => Categories.Aggregate(new Money(), (sum, category) => sum + category.Forecast);

    /// <summary>The weighted forecast of then; null where nothing is known of it.</summary>
    public decimal? Weighted => !HasHistory || Forecast.Amount is null ? null : Categories.Sum(category => (category.Forecast.Amount ?? 0) * category.WeightPercent / 100);

    /// <summary>What came, of what was forecast: 1 is a true forecast, 1.2 a fifth more than that.</summary>
    public decimal? ActualOfForecast => Weighted is > 0 ? Actual.Amount / Weighted : null;

    /// <summary>Why <see cref="ActualOfForecast"/> is null.</summary>
    public string? WhyUnknown => ActualOfForecast is not null ? null
        : !HasHistory ? "no history reaches back to the first day of that quarter"
        : Weighted == 0 ? "nothing was forecast" : Forecast.WhyUnknown ?? Actual.WhyUnknown;

    /// <summary>Gathers the histories.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private readonly Dictionary<ForecastCategory, (Money Forecast, Money Won)> byCategory = [];
        private Money actual;
        private int withoutHistory;
        private bool hasHistory;

        public void Add(PortfolioDeal deal)
        {
            var quarter = scope.LastQuarter;
            var isWon = deal.IsWon && quarter.Contains(deal.Record.CloseDate);
            if (isWon)
                actual = deal.AddedTo(actual);
            if (deal.States is null)
                withoutHistory += deal.IsOpen || deal.Record.CloseDate >= quarter.Start ? 1 : 0;
            else if (deal.States.LastOrDefault(state => state.At.DayIn(scope.Policy.TimeZone) < quarter.Start) is { } then)
                AddForecast(deal, then, isWon);
        }

        public ForecastAccuracy Build() => new(
            scope.LastQuarter,
            [.. Enum.GetValues<ForecastCategory>().Where(category => category != ForecastCategory.Closed).OrderDescending().Select(Accuracy)],
            actual,
            withoutHistory,
            hasHistory);

        private void AddForecast(PortfolioDeal deal, DealState then, bool isWon)
        {
            hasHistory = true;
            if (!scope.LastQuarter.Contains(then.CloseDate) || then.Category is not { } category || PortfolioDeal.StatusIn(then.StageName, scope.Policy.Stages) != DealStatus.Open)
                return;
            var (forecast, won) = byCategory.GetValueOrDefault(category);
            byCategory[category] = (forecast.Plus(then.Amount, deal.Record.CurrencyIsoCode), isWon ? deal.AddedTo(won) : won);
        }

        private CategoryAccuracy Accuracy(ForecastCategory category)
        {
            var (forecast, won) = byCategory.GetValueOrDefault(category);
            return new CategoryAccuracy(category, scope.Settings.CategoryWeights[category], forecast, won);
        }
    }
}

/// <summary>The deals that were forecast in one category.</summary>
/// <param name="Forecast">Their amounts of then.</param>
/// <param name="Won">Those of them that were won in the quarter, with the amounts of now.</param>
public sealed record CategoryAccuracy(ForecastCategory Category, decimal WeightPercent, Money Forecast, Money Won)
{
    /// <summary>Those that were won in the quarter, of those that were forecast.</summary>
    public Rate Rate => new(Won.Deals, Forecast.Deals);
}
