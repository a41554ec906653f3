namespace SalesRules.Host.Portfolio.Figures;

internal static class CycleFigure
{
    public static Figure Figure { get; } = new("cycle", "Sales cycle of won deals, twelve months", "P \"Success Criteria\"; B 1.5")
    {
        Detail = new FigureTable(
            [
                new("segment", "Segment", IsLabel: true), new("deals", "Won deals"), new("medianDays", "Median days"), new("targetDays", "Target days"), new("verdict", "Verdict"),
                new("implausible", "Left out"),
            ],
            (slice, _) => slice.CycleTimes.Segments.Select(cycle => new FigureRow(
                [
                    Cell.Of(cycle.Segment ?? "no segment"), Cell.Count(cycle.Deals), Cell.Days(cycle.MedianDays), Cell.Days(cycle.TargetDays).OrNone,
                    Cell.Of(cycle.MedianDays is null || cycle.TargetDays is null ? null : cycle.MedianDays > cycle.TargetDays ? "longer" : "ok"), Cell.Count(cycle.Implausible),
                ],
                cycle.MedianDays is null ? "no won deal says when it was created, or it was created after it closed" : null))),
        Comparison = new FigureTable(
            [new("segments", "Median days by segment (deals)")],
            (slice, _) =>
            [
                new FigureRow(
                [
                    Cell.Of(slice.CycleTimes.Segments.Count == 0
                        ? "no won deal"
                        : string.Join(", ", slice.CycleTimes.Segments.Select(cycle => $"{cycle.Segment ?? "no segment"} {Cell.Days(cycle.MedianDays)} ({Cell.Count(cycle.Deals)})"))),
                ]),
            ]),
        Notes = report => report.Whole.CycleTimes.Segments.Sum(cycle => cycle.Implausible) is > 0 and var implausible
            ? [FormattableString.Invariant($"Left out: {implausible:N0} won deals that were created after they closed, or do not say when.")]
            : [],
    };
}
