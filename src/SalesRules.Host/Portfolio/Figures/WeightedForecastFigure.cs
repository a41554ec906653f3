using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Host.Portfolio.Figures;

internal static class WeightedForecastFigure
{
    public static Figure Figure { get; } = new("weighted-forecast", "Weighted forecast of the quarter", "P \"Forecasting\"")
    {
        Detail = new FigureTable(
            [
                new("category", "Category", IsLabel: true), new("deals", "Deals"), new("withoutAmount", "No amount"), new("amount", "Amount"), new("weight", "Weight"), new("weighted", "Weighted"),
                new("target", "Target"), new("cover", "Weighted cover"),
            ],
            (slice, _) => [.. slice.WeightedForecast.Categories.Select(Category), Total(slice.WeightedForecast)]),
        Comparison = new FigureTable(
            [
                new("closed", "Closed"), new("commit", "Commit"), new("mostLikely", "Most Likely"), new("bestCase", "Best Case"), new("pipeline", "Pipeline"),
                new("deals", "Deals"), new("amount", "Amount"), new("weighted", "Weighted"), new("target", "Target"), new("cover", "Weighted cover"),
            ],
            (slice, _) => [Row(slice.WeightedForecast)]),
        Notes = report => report.Whole.WeightedForecast.Uncategorised is { Deals: > 0 } uncategorised
            ? [FormattableString.Invariant($"{uncategorised.Deals:N0} open {(uncategorised.Deals == 1 ? "deal of the quarter is in no sum: it has no forecast category, or stands" : "deals of the quarter are in no sum: they have no forecast category, or stand")} in Closed.")]
            : [],
    };

    private static FigureRow Category(CategoryForecast category) => new(
        [
            Cell.Of(category.Category.Name()), Cell.Count(category.Money.Deals), Cell.Count(category.Money.WithoutAmount), Cell.Money(category.Money.Amount),
            Cell.Percent(category.WeightPercent), Cell.Money(category.Weighted), Cell.None, Cell.None,
        ],
        category.Money.WhyUnknown);

    private static FigureRow Total(WeightedForecast forecast) => new(
        [
            Cell.Of("Total"), Cell.Count(forecast.Total.Deals), Cell.Count(forecast.Total.WithoutAmount), Cell.Money(forecast.Total.Amount), Cell.None, Cell.Money(forecast.Weighted),
            Cell.Money(forecast.Target.Quarter), Cell.Times(forecast.Cover),
        ],
        forecast.WhyUnknown);

    private static FigureRow Row(WeightedForecast forecast) => new(
        [
            .. forecast.Categories.Where(category => category.Category != ForecastCategory.Omitted).Select(category => Cell.Money(category.Money.Amount)),
            Cell.Count(forecast.Total.Deals), Cell.Money(forecast.Total.Amount), Cell.Money(forecast.Weighted), Cell.Money(forecast.Target.Quarter), Cell.Times(forecast.Cover),
        ],
        forecast.WhyUnknown);
}
