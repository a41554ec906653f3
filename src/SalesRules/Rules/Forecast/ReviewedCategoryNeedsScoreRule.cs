using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Forecast;

/// <summary>
/// A deal forecast as Best Case, Most Likely (choice) or Commit has all five pillars scored; else it is not reviewable.
/// Source: M "Every deal forecasted as Best Case or Commit must have a MIQL score on the deal record before the review. No score, no review."
/// </summary>
public sealed class ReviewedCategoryNeedsScoreRule : IRule
{
    public string Id => "forecast.score-required";

    public string Condition => "a pillar is unscored and the category is Best Case, Most Likely or Commit";

    public bool CountsForRisk => false;

    public string Weighs => "high";

    public IReadOnlyList<string> Needs => Pillars.ScoreFields;

    // By the type a renewal is known, where Quantify is called otherwise.
    public IReadOnlyList<string> Reads { get; } = ["Type"];

    public bool HandsOutTasks => true;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Scores.IsComplete)
            return RuleOutcome.Clear;
        if (deal.Category is not { } category)
            return RuleOutcome.NotRun;
        return category is ForecastCategory.BestCase or ForecastCategory.MostLikely or ForecastCategory.Commit
            ? new Finding(Id, Severity.High, deal)
            : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"No score, no review: {deal.Category!.Value.Name()} needs all five MIQL pillars scored; {UnscoredPillars.Words(deal)}.",
        Evidence = UnscoredPillars.Saw(deal),
        Tasks = [new TaskPart("", $"Score the deal in MIQL before the review: {Sentences.Join(deal.Scores.Lowest, deal.Motion)}")],
    };
}
