using SalesRules.Host.Portfolio.Figures;

namespace SalesRules.Host.Portfolio;

/// <summary>The figures in the order in which a review asks for them.</summary>
internal static class FigureList
{
    public static IReadOnlyList<Figure> All { get; } =
    [
        DealsFigure.Figure,
        WeightedForecastFigure.Figure,
        CoverageFigure.Figure,
        AttainmentFigure.Figure,
        StageForecastFigure.Figure,
        StageProbabilityFigure.Figure,
        ConversionFigure.Figure,
        StageAgingFigure.Figure,
        WinRateFigure.Figure,
        CycleFigure.Figure,
        AccuracyFigure.Figure,
        CalibrationFigure.Figure,
        TargetStackFigure.Figure,
        MovementFigure.Figure,
        MovedDealsFigure.Figure,
        HygieneFigure.Figure,
    ];
}
