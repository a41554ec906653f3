using SalesRules.Policies;
using SalesRules.Portfolio;

namespace SalesRules.Host.Portfolio.Figures;

internal static class StageProbabilityFigure
{
    public static Figure Figure { get; } = new("stage-probability", "Stage probability from history", "B 12.2")
    {
        IsOfWhole = true,
        Detail = new FigureTable(
            [
                new("stage", "Stage", IsLabel: true), new("entered", "Entered"), new("reachedCommitment", "Reached commitment"), new("share", "Share"), new("low", "95 % from"), new("high", "to"),
                new("ofPolicy", "Policy"), new("applied", "Applied"), new("appliedFrom", "From"),
            ],
            (_, report) => report.Probabilities.Stages.Select(Row)),
        Notes = report =>
        [
            FormattableString.Invariant($"Of the deals that entered the stage in the 90 days before {report.Scope.MonthStart:yyyy-MM-dd}: the value stands for the whole month. ")
            + (report.Scope.Settings.StageProbabilitySource == StageProbabilitySource.Policy
                ? "The policy applies its own probabilities (portfolio.stage-probability)."
                : FormattableString.Invariant($"Under {report.Scope.Settings.LeastDeals:N0} deals the policy's counts.")),
        ],
    };

    private static FigureRow Row(StageProbability stage)
    {
        var isReached = stage.Reached is null;
        return new FigureRow(
            [
                Cell.Of(stage.StageName), Cell.Count(stage.Reached?.Of).OrNone, Cell.Count(stage.Reached?.Hits).OrNone,
                isReached ? Cell.None : Cell.Share(stage.Reached?.Share), isReached ? Cell.None : Cell.Share(stage.Reached?.Interval?.Low), isReached ? Cell.None : Cell.Share(stage.Reached?.Interval?.High),
                Cell.Share(stage.OfPolicy).OrNone, Cell.Share(stage.Applied).OrNone, Cell.Of(stage.IsEstimated ? "history" : stage.OfPolicy is null ? null : "policy"),
            ],
            stage.Reached is { Of: 0 } ? "no deal entered the stage in those 90 days" : null);
    }
}
