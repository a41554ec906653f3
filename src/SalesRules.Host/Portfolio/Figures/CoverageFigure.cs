namespace SalesRules.Host.Portfolio.Figures;

internal static class CoverageFigure
{
    public static Figure Figure { get; } = new("coverage", "Pipeline coverage of the quarter", "P \"3x quota\"; B 1.2, 1.5")
    {
        Detail = new FigureTable(
            [
                new("qualifiedDeals", "Qualified deals"), new("withoutAmount", "No amount"), new("qualifiedAmount", "Qualified amount"), new("won", "Won"), new("target", "Target"),
                new("remaining", "Left to win"), new("coverage", "Coverage"), new("goal", "Goal"), new("verdict", "Verdict"),
            ],
            (slice, _) =>
            [
                new FigureRow(
                [
                    Cell.Count(slice.Coverage.Qualified.Deals), Cell.Count(slice.Coverage.Qualified.WithoutAmount), Cell.Money(slice.Coverage.Qualified.Amount), Cell.Money(slice.Coverage.Won.Amount),
                    Cell.Money(slice.Coverage.Target.Quarter), Cell.Money(slice.Coverage.Remaining),
                    slice.Coverage.IsTargetReached ? Cell.None : Cell.Times(slice.Coverage.Coverage), Cell.Times(slice.Coverage.Goal), Cell.Of(Verdict(slice.Coverage)),
                ],
                slice.Coverage.IsTargetReached ? null : slice.Coverage.WhyUnknown),
            ]),
        Notes = _ => ["Unweighted and of qualified deals only: another figure than the weighted cover above."],
    };

    private static string? Verdict(SalesRules.Portfolio.PipelineCoverage coverage) =>
        coverage.IsTargetReached ? "target reached" : coverage.Coverage is null ? null : coverage.IsLow ? "below goal" : "ok";
}
