using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Host.Portfolio.Figures;

internal static class AccuracyFigure
{
    public static Figure Figure { get; } = new("accuracy", "Forecast accuracy of the last quarter", "B 1.5")
    {
        Detail = new FigureTable(
            [
                new("category", "Category then", IsLabel: true), new("forecastDeals", "Forecast deals"), new("forecastAmount", "Forecast amount"), new("weighted", "Weighted"), new("wonDeals", "Won"),
                new("wonAmount", "Won amount"), new("rate", "Share won"), new("ofForecast", "Actual of forecast"),
            ],
            (slice, _) => [.. slice.Accuracy.Categories.Select(category => Row(category, slice.Accuracy)), Forecast(slice.Accuracy), Actual(slice.Accuracy)]),
        Comparison = new FigureTable(
            [new("forecastDeals", "Forecast deals"), new("weighted", "Weighted"), new("actualDeals", "Won deals"), new("actual", "Won"), new("ofForecast", "Actual of forecast")],
            (slice, _) => [Compared(slice.Accuracy)]),
        Notes = report =>
        [
            FormattableString.Invariant($"{report.Whole.Accuracy.Quarter}: what was forecast of it on its first day, and what became of that; the last line has all that was won in it, forecast or not, over the weighted forecast."),
            .. report.Whole.Accuracy.WithoutHistory > 0 ? [FormattableString.Invariant($"{report.Whole.Accuracy.WithoutHistory:N0} {(report.Whole.Accuracy.WithoutHistory == 1 ? "deal has no history of that day and is" : "deals have no history of that day and are")} in no forecast.")] : Array.Empty<string>(),
        ],
    };

    private static FigureRow Compared(ForecastAccuracy accuracy) => new(
        [Cell.Count(accuracy.Forecast.Deals), Cell.Money(accuracy.Weighted), Cell.Count(accuracy.Actual.Deals), Cell.Money(accuracy.Actual.Amount), Cell.Share(accuracy.ActualOfForecast)],
        accuracy.WhyUnknown);

    private static FigureRow Row(CategoryAccuracy category, ForecastAccuracy accuracy) => new(
        [
            Cell.Of(category.Category.Name()), Cell.Count(category.Forecast.Deals), Cell.Money(category.Forecast.Amount), Cell.Money(category.Forecast.Amount * category.WeightPercent / 100),
            Cell.Count(category.Won.Deals), Cell.Money(category.Won.Amount), accuracy.HasHistory ? Cell.Share(category.Rate.Share).OrNone : Cell.Share(null), Cell.None,
        ],
        category.Forecast.WhyUnknown ?? category.Won.WhyUnknown ?? accuracy.WhyUnknown);

    private static FigureRow Forecast(ForecastAccuracy accuracy)
    {
        var won = accuracy.Categories.Aggregate(new Money(), (sum, category) => sum + category.Won);
        return new FigureRow(
            [
                Cell.Of("All forecast"), Cell.Count(accuracy.Forecast.Deals), Cell.Money(accuracy.Forecast.Amount), Cell.Money(accuracy.Weighted), Cell.Count(won.Deals), Cell.Money(won.Amount),
                accuracy.HasHistory ? Cell.Share(new Rate(won.Deals, accuracy.Forecast.Deals).Share).OrNone : Cell.Share(null), Cell.None,
            ],
            accuracy.Forecast.WhyUnknown ?? won.WhyUnknown ?? accuracy.WhyUnknown);
    }

    private static FigureRow Actual(ForecastAccuracy accuracy) => new(
        [
            Cell.Of("Won in the quarter"), Cell.None, Cell.None, Cell.None, Cell.Count(accuracy.Actual.Deals), Cell.Money(accuracy.Actual.Amount), Cell.None, Cell.Share(accuracy.ActualOfForecast),
        ],
        accuracy.WhyUnknown);
}
