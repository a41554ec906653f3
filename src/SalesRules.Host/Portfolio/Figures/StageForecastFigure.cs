using System.Globalization;
using SalesRules.Portfolio;

namespace SalesRules.Host.Portfolio.Figures;

internal static class StageForecastFigure
{
    public static Figure Figure { get; } = new("stage-forecast", "Stage-weighted forecast by month of close", "B 12.2")
    {
        Detail = new FigureTable(
            [
                new("month", "Month", IsLabel: true), new("deals", "Deals"), new("withoutAmount", "No amount"), new("amount", "Amount"), new("weighted", "Weighted"),
                new("withoutProbability", "Deals without probability"),
            ],
            (slice, report) => slice.StageForecast.Months.Select(month => Month(month, report.Scope))),
        Comparison = new FigureTable(
            [new("deals", "Open deals"), new("amount", "Amount"), new("weighted", "Weighted")],
            (slice, _) => [Total(slice.StageForecast)]),
        Notes = report => report.Whole.StageForecast.WithoutMonth is { Deals: > 0 } without
            ? [FormattableString.Invariant($"{without.Deals:N0} open deals have no close date and are in no month.")]
            : [],
    };

    private static FigureRow Month(MonthForecast month, PortfolioScope scope) => new(
        [
            Cell.Of(month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture) + (month.Month < scope.MonthStart ? " (past)" : "")), Cell.Count(month.Money.Deals),
            Cell.Count(month.Money.WithoutAmount), Cell.Money(month.Money.Amount), Cell.Money(month.Weighted), Cell.Count(month.WithoutProbability.Deals),
        ],
        month.Money.WhyUnknown);

    private static FigureRow Total(StageForecast forecast)
    {
        var money = forecast.Months.Aggregate(new Money(), (sum, month) => sum + month.Money);
        return new FigureRow(
            [Cell.Count(money.Deals), Cell.Money(money.Amount), Cell.Money(money.Amount is null ? null : forecast.Months.Sum(month => month.KnownWeighted))], money.WhyUnknown);
    }
}
