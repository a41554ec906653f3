using SalesRules.Sandbox.Generation.Deals;
using static SalesRules.Sandbox.Generation.Deals.Categories;
using static SalesRules.Sandbox.Generation.Deals.SampleStages;

namespace SalesRules.Sandbox.Generation.Recipes;

/// <summary>Scores, evidence and values that nobody mapped.</summary>
public sealed partial class Recipe
{
    /// <summary>A pillar holds a 3.</summary>
    public static Recipe PillarOutOfRange { get; } = Of(["miql.invalid-score"], Discovery, Pipeline, (deal, context) =>
        deal.Score(context, new Scores(1, 3, 1, 0, 1)));

    /// <summary>A pillar above 0 without evidence.</summary>
    public static Recipe ScoreWithoutEvidence { get; } = Of(["miql.no-evidence"], Proposal, BestCase, (deal, _) =>
        deal.Scoring = deal.Scoring!.WithEvidence(0, null));

    /// <summary>A pillar was raised and its evidence left as it was.</summary>
    public static Recipe EvidenceOlderThanScore { get; } = Of(["miql.no-evidence"], Proposal, BestCase, (deal, _) =>
    {
        var before = deal.Scoring!.Scores with { Quantify = 1 };
        var on = deal.Scoring.On.AddDays(-30) is var month && month > deal.CreatedOn ? month : deal.CreatedOn;
        deal.EarlierScorings = [deal.Scoring with { Scores = before, On = on, Stage = deal.StageOn(on), Category = Pipeline }];
    });

    /// <summary>A stage that the stage list does not have, as imports leave behind.</summary>
    public static Recipe StageOutsideTheList { get; } = Of(["stage.unmapped"], Discovery, Pipeline, (deal, _) =>
        deal.Stages[^1] = deal.Stages[^1] with { Stage = "Verbal Agreement" });

    /// <summary>A type that no motion is mapped to.</summary>
    public static Recipe TypeOutsideTheMap { get; } = Of(["motion.unmapped"], Discovery, Pipeline, (deal, _) => deal.Type = "Partner Resale");

    /// <summary>No type at all.</summary>
    public static Recipe TypeMissing { get; } = Of(["motion.unmapped"], Discovery, Pipeline, (deal, _) => deal.Type = null);
}
