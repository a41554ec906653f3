using SalesRules.Portfolio;

namespace SalesRules.Host.Portfolio.Figures;

internal static class WinRateFigure
{
    public static Figure Figure { get; } = new("win-rate", "Win rate, twelve months", "P \"Success Criteria\"; B 1.5")
    {
        Detail = new FigureTable(
            [
                new("segment", "Segment", IsLabel: true), new("closed", "Closed"), new("won", "Won"), new("rate", "Win rate"), new("low", "95 % from"), new("high", "to"), new("target", "Target"),
                new("averageWon", "Average won"), new("verdict", "Verdict"),
            ],
            (slice, _) => [.. slice.WinRates.Segments.Select(rate => Row(rate, rate.Segment ?? "no segment")), Row(slice.WinRates.All, "all segments")]),
        Comparison = new FigureTable(
            [new("closed", "Closed"), new("won", "Won"), new("rate", "Win rate"), new("low", "95 % from"), new("high", "to"), new("averageWon", "Average won")],
            (slice, _) => [Compared(slice.WinRates.All)]),
    };

    private static FigureRow Compared(WinRate rate) => new(
        [Cell.Count(rate.Rate.Of), Cell.Count(rate.Rate.Hits), Cell.Share(rate.Rate.Share), Cell.Share(rate.Rate.Interval?.Low), Cell.Share(rate.Rate.Interval?.High), Cell.Money(rate.Won.Average)],
        WhyUnknown(rate));

    private static FigureRow Row(WinRate rate, string segment) => new(
        [
            Cell.Of(segment), Cell.Count(rate.Rate.Of), Cell.Count(rate.Rate.Hits), Cell.Share(rate.Rate.Share), Cell.Share(rate.Rate.Interval?.Low), Cell.Share(rate.Rate.Interval?.High),
            Cell.Percent(rate.TargetPercent), Cell.Money(rate.Won.Average), Cell.Of(rate.IsBelowTarget switch { true => "below target", false => "ok", null => null }),
        ],
        WhyUnknown(rate));

    private static string? WhyUnknown(WinRate rate) =>
        rate.Rate.Of == 0 ? "no deal closed within twelve months" : rate.Rate.Hits == 0 ? "no deal was won within twelve months" : rate.Won.WhyUnknown;
}
