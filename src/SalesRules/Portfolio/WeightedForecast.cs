using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>
/// What the quarter will bring, by category (P "Forecasting"): each deal that closes in it counts with its category's weight.
/// Closed holds the won deals and nothing else; lost ones are not there.
/// </summary>
/// <param name="Categories">All six, the surest first.</param>
/// <param name="Uncategorised">Open deals of the quarter that have no category or stand in Closed: in no sum.</param>
/// <param name="Target">What is to be booked.</param>
public sealed record WeightedForecast(IReadOnlyList<CategoryForecast> Categories, Money Uncategorised, PeriodTarget Target)
{
    /// <summary>All categories together.</summary>
    public Money Total => Categories.Aggregate(new Money(), (sum, category) => sum + category.Money);

    /// <summary>The weighted sum, of the amounts that are known; null where <see cref="Total"/> is not known.</summary>
    public decimal? Weighted => Total.Amount is null ? null : Categories.Sum(category => category.Weighted ?? 0);

    /// <summary>Weighted cover: the weighted forecast over the target, 1.69 for P's example; null without a target.</summary>
    public decimal? Cover => Target.Quarter is > 0 ? Weighted / Target.Quarter : null;

    /// <summary>Why <see cref="Cover"/> is null.</summary>
    public string? WhyUnknown => Cover is not null ? null : Total.WhyUnknown ?? Target.WhyUnknown ?? "the target is 0";

    /// <summary>Gathers the deals.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private readonly Dictionary<ForecastCategory, Money> byCategory = Enum.GetValues<ForecastCategory>().ToDictionary(category => category, _ => new Money());
        private Money uncategorised;

        public void Add(PortfolioDeal deal)
        {
            if (!scope.Quarter.Contains(deal.Record.CloseDate) || !(deal.IsOpen || deal.IsWon))
                return;
            var category = deal.IsWon ? ForecastCategory.Closed : deal.Record.Category;
            if (category is { } known && (deal.IsWon || known != ForecastCategory.Closed))
                byCategory[known] = deal.AddedTo(byCategory[known]);
            else
                uncategorised = deal.AddedTo(uncategorised);
        }

        public WeightedForecast Build(PeriodTarget target) => new(
            [.. byCategory.OrderByDescending(pair => pair.Key).Select(pair => new CategoryForecast(pair.Key, scope.Settings.CategoryWeights[pair.Key], pair.Value))],
            uncategorised,
            target);
    }
}

/// <summary>The deals of one category.</summary>
/// <param name="WeightPercent">0 to 100.</param>
public sealed record CategoryForecast(ForecastCategory Category, decimal WeightPercent, Money Money)
{
    /// <summary>The amount times the weight; null where the amount is not known.</summary>
    public decimal? Weighted => Money.Amount * WeightPercent / 100;
}
