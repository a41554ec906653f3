using SalesRules.Portfolio;

namespace SalesRules.Host.Portfolio.Figures;

internal static class CalibrationFigure
{
    public static Figure Figure { get; } = new("calibration", "Calibration of probabilities, twelve months", "B 1.5")
    {
        Detail = new FigureTable(
            [
                new("marked", "Marked", IsLabel: true), new("markedMean", "Mean mark"), new("deals", "Closed deals"), new("won", "Won"), new("rate", "Share won"), new("low", "95 % from"), new("high", "to"),
                new("verdict", "Verdict"),
            ],
            (slice, _) => slice.Calibration.Bands.Select(Row)),
        Comparison = new FigureTable(
            [new("bands", "Bands"), new("bandsOff", "Bands that are off"), new("bandsJudged", "Bands judged")],
            (slice, _) =>
            [
                new FigureRow(
                [
                    Cell.Count(slice.Calibration.Bands.Count), Cell.Count(slice.Calibration.Bands.Count(band => band.IsOff == true)), Cell.Count(slice.Calibration.Bands.Count(band => band.IsOff is not null)),
                ]),
            ]),
        Notes = report =>
        [
            "A deal counts once in each band that it stood in while it was open; a band is off when its mean mark lies outside the interval.",
            .. report.Whole.Calibration.WithoutHistory > 0
                ? [FormattableString.Invariant($"{report.Whole.Calibration.WithoutHistory:N0} closed deals have no history of their probabilities.")]
                : Array.Empty<string>(),
        ],
    };

    private static FigureRow Row(CalibrationBand band) => new(
    [
        Cell.Of(FormattableString.Invariant($"{band.FromPercent} %")), Cell.Percent(band.MarkedPercent), Cell.Count(band.Won.Of), Cell.Count(band.Won.Hits), Cell.Share(band.Won.Share),
        Cell.Share(band.Won.Interval?.Low), Cell.Share(band.Won.Interval?.High), Cell.Of(band.IsOff switch { true => "off", false => "ok", null => "too few to judge" }),
    ]);
}
