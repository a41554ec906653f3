using SalesRules.Sandbox.Generation.Deals;
using static SalesRules.Sandbox.Generation.Deals.Categories;
using static SalesRules.Sandbox.Generation.Deals.SampleStages;

namespace SalesRules.Sandbox.Generation.Recipes;

/// <summary>Forecast categories that the evidence does not allow, or that do not fit the rest of the deal.</summary>
public sealed partial class Recipe
{
    /// <summary>In Commit and never scored.</summary>
    public static Recipe CommitWithoutScore { get; } = Of(
        ["forecast.score-required", "forecast.above-ceiling"], Negotiation, Commit, (deal, _) => deal.Unscore());

    /// <summary>In Best Case with one pillar left open.</summary>
    public static Recipe BestCaseHalfScored { get; } = Of(
        ["forecast.score-required", "forecast.above-ceiling"], Proposal, BestCase,
        (deal, context) => deal.Score(context, deal.Scoring!.Scores with { Leadership = null }));

    /// <summary>Eight points and more, but the executive who signs is out of reach.</summary>
    public static Recipe CommitWithoutLeadership { get; } = Of(["forecast.above-ceiling"], Negotiation, Commit,
        (deal, context) => deal.Score(context, new Scores(2, 2, 2, 2, 1)));

    /// <summary>Eight points and more, but the outcome is not the customer's yet.</summary>
    public static Recipe CommitWithoutOutcome { get; } = Of(["forecast.above-ceiling"], Negotiation, Commit,
        (deal, context) => deal.Score(context, new Scores(1, 2, 2, 2, 2)));

    /// <summary>Seven points in Commit.</summary>
    public static Recipe CommitBelowEight { get; } = Of(["forecast.above-ceiling"], Negotiation, Commit,
        (deal, context) => deal.Score(context, new Scores(2, 1, 0, 2, 2)));

    /// <summary>Five points in Best Case.</summary>
    public static Recipe BestCaseBelowSix { get; } = Of(["forecast.above-ceiling"], Proposal, BestCase,
        (deal, context) => deal.Score(context, new Scores(1, 1, 1, 1, 1)));

    /// <summary>Scored for Commit and still in Pipeline.</summary>
    public static Recipe PipelineDespiteStrongScore { get; } = Of(["forecast.below-ceiling"], Discovery, Pipeline,
        (deal, context) => deal.Score(context, new Scores(2, 2, 1, 2, 2)));

    /// <summary>In Commit, but closing after the quarter.</summary>
    public static Recipe CommitOutsideQuarter { get; } = Of(["forecast.commit-outside-quarter"], Negotiation, Commit,
        (deal, context) => deal.CloseDate = context.Calendar.QuarterEnd.AddDays(context.Chance.Between(5, 45)));

    /// <summary>In Commit at 60 %.</summary>
    public static Recipe CommitAtSixtyPercent { get; } = Of(["forecast.probability-mismatch"], Negotiation, Commit, (deal, _) => deal.Probability = 60);

    /// <summary>Omitted at 60 %.</summary>
    public static Recipe OmittedAtSixtyPercent { get; } = Of(["forecast.probability-mismatch"], Qualification, Omitted, (deal, _) => deal.Probability = 60);

    /// <summary>Won and still in Commit.</summary>
    public static Recipe WonOutsideClosed { get; } = Of(["forecast.closed-category"], ClosedWon, Closed, (deal, _) => deal.Category = Commit);

    /// <summary>Lost and still in Pipeline.</summary>
    public static Recipe LostOutsideOmitted { get; } = Of(["forecast.closed-category"], ClosedLost, Omitted, (deal, _) => deal.Category = Pipeline);
}
