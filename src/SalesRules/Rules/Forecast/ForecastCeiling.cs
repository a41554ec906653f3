using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Forecast;

/// <summary>
/// The highest category that the evidence allows. Source: M "Commit requires 8 or higher with O=2 and L=2. Best Case requires 6
/// or 7. Below 6 the deal is Pipeline, regardless of close date"; catalogue section 2.
/// </summary>
public static class ForecastCeiling
{
    public const int CommitTotal = 8;
    public const int BestCaseTotal = 6;

    private static readonly SmallestScoreChange ToCommit = new(AllowsCommit);
    private static readonly SmallestScoreChange ToBestCase = new(scores => scores.Total >= BestCaseTotal);
    private static readonly SmallestScoreChange ToScored = new(scores => scores.IsComplete);
    private static readonly SmallestScoreChange ToNothing = new(_ => false);

    public static ForecastCategory Of(MiqlScores scores, ForecastPolicy policy)
    {
        if (scores.Total is not { } total)
            return policy.UnscoredCeiling;
        if (AllowsCommit(scores))
            return ForecastCategory.Commit;
        return total >= BestCaseTotal ? ForecastCategory.BestCase : ForecastCategory.Pipeline;
    }

    /// <summary>The smallest score change with which the evidence allows that category; Closed no score allows.</summary>
    internal static SmallestScoreChange Reaching(ForecastCategory category) => category switch
    {
        ForecastCategory.Closed => ToNothing,
        ForecastCategory.Commit or ForecastCategory.MostLikely => ToCommit,
        ForecastCategory.BestCase => ToBestCase,
        _ => ToScored,
    };

    private static bool AllowsCommit(MiqlScores scores) => scores is { Total: >= CommitTotal, Outcome: 2, Leadership: 2 };
}
