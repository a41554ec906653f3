using SalesRules.Portfolio;

namespace SalesRules.Host.Portfolio.Figures;

internal static class StageAgingFigure
{
    public static Figure Figure { get; } = new("stage-aging", "Stage aging", "B 12.2")
    {
        Detail = new FigureTable(
            [
                new("stage", "Stage", IsLabel: true), new("segment", "Segment", IsLabel: true), new("stays", "Completed stays"), new("medianDays", "Median days"), new("percentile75Days", "75th percentile"),
                new("open", "Open now"), new("openMedianDays", "Median so far"), new("aging", "Beyond 75th"), new("stuck", "and 3x median"),
            ],
            (slice, report) => slice.Aging.Stages.Select(stage => Row(stage, report.Scope.Settings.LeastDeals))),
        Comparison = new FigureTable(
            [new("open", "Open, days known"), new("aging", "Beyond 75th"), new("stuck", "and 3x median"), new("notJudged", "Not judged")],
            (slice, _) => [Compared(slice.Aging)]),
        Notes = report => [FormattableString.Invariant($"Usual days are those of stays completed within twelve months in the whole org, each re-entry a stay of its own; under {report.Scope.Settings.LeastDeals:N0} stays there are none.")],
    };

    private static FigureRow Compared(AgingPipeline aging)
    {
        var judged = aging.Stages.Where(stage => stage.Usual is not null).ToList();
        return new FigureRow(
            [
                Cell.Count(aging.Stages.Sum(stage => stage.Open)), Cell.Count(judged.Count == 0 ? null : judged.Sum(stage => stage.Aging ?? 0)),
                Cell.Count(judged.Count == 0 ? null : judged.Sum(stage => stage.Stuck ?? 0)),
                Cell.Count(aging.Stages.Except(judged).Sum(stage => stage.Open + stage.OpenUnknown) + judged.Sum(stage => stage.OpenUnknown)),
            ],
            judged.Count == 0 ? "too few completed stays, or no open deal" : null);
    }

    private static FigureRow Row(AgingStage stage, int least) => new(
        [
            Cell.Of(stage.StageName), Cell.Of(stage.Segment ?? "no segment"), Cell.Count(stage.Usual?.Stays), Cell.Days(stage.Usual?.MedianDays), Cell.Days(stage.Usual?.Percentile75Days),
            Cell.Count(stage.Open + stage.OpenUnknown), Cell.Days(stage.MedianDays), Cell.Count(stage.Aging), Cell.Count(stage.Stuck),
        ],
        stage.Usual is null ? FormattableString.Invariant($"fewer than {least:N0} completed stays in that stage and segment")
            : stage.OpenUnknown > 0 ? FormattableString.Invariant($"{stage.OpenUnknown:N0} open deals in {stage.StageName} have no history") : null);
}
