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
                new("stage", "Stage", IsLabel: true), new("entered", "Entered"), new("reachedCommitment", "Reached commitment"), new("undecided", "Undecided"), new("share", "Share"), new("low", "95 % from"), new("high", "to"),
                new("ofPolicy", "Policy"), new("applied", "Applied"), new("appliedFrom", "From"),
            ],
            (_, report) => report.Probabilities.Stages.Select(Row)),
        Notes = report => Notes(report.Scope).Concat(Doubts(report.Probabilities)),
    };

    private static IEnumerable<string> Notes(PortfolioScope scope) =>
    [
        FormattableString.Invariant($"Of the deals that entered the stage in the {scope.Settings.StageProbabilityDays} days before {scope.MonthStart:yyyy-MM-dd}: the value stands for the whole month. ")
        + (scope.Settings.StageProbabilitySource == StageProbabilitySource.Policy
            ? "The policy applies its own probabilities (portfolio.stage-probability)."
            : FormattableString.Invariant($"Under {scope.Settings.LeastDeals:N0} deals the policy's counts.")),
    ];

    private static IEnumerable<string> Doubts(StageProbabilities probabilities)
    {
        var stages = probabilities.Stages.Where(stage => stage.IsMostlyUndecided && stage.IsEstimated).Select(stage => stage.StageName).ToList();
        if (stages.Count > 0)
            yield return $"Likely too low for {string.Join(", ", stages)}: most deals that entered are undecided and count as not reached. A longer portfolio.stage-probability-days, or stage-probability: policy, gives a fairer figure.";
    }

    private static FigureRow Row(StageProbability stage)
    {
        var isReached = stage.Reached is null;
        return new FigureRow(
            [
                Cell.Of(stage.StageName), Cell.Count(stage.Reached?.Of).OrNone, Cell.Count(stage.Reached?.Hits).OrNone, isReached ? Cell.None : Cell.Count(stage.Undecided),
                isReached ? Cell.None : Cell.Share(stage.Reached?.Share), isReached ? Cell.None : Cell.Share(stage.Reached?.Interval?.Low), isReached ? Cell.None : Cell.Share(stage.Reached?.Interval?.High),
                Cell.Share(stage.OfPolicy).OrNone, Cell.Share(stage.Applied).OrNone, Cell.Of(stage.IsEstimated ? "history" : stage.OfPolicy is null ? null : "policy"),
            ],
            stage.Reached is { Of: 0 } ? "no deal entered the stage in those days" : null);
    }
}
