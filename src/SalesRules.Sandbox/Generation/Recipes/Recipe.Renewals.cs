using SalesRules.Sandbox.Generation.Deals;
using static SalesRules.Sandbox.Generation.Deals.Categories;
using static SalesRules.Sandbox.Generation.Deals.SampleStages;

namespace SalesRules.Sandbox.Generation.Recipes;

/// <summary>Renewals that feel safe and are not.</summary>
public sealed partial class Recipe
{
    /// <summary>Forecast on the scores that the original sale left behind.</summary>
    public static Recipe RenewalOnInheritedScores { get; } = Of(
        ["forecast.score-required", "forecast.above-ceiling"], Proposal, BestCase, (deal, _) =>
        {
            deal.EarlierScorings = [];
            deal.Scoring = deal.Scoring! with { Inherited = true };
        }, Motion.Renewal);

    /// <summary>The sponsor has gone silent at the level that signs; everything else looks healthy.</summary>
    public static Recipe RenewalSponsorSilent { get; } = Of(["renewal.sponsor-silent"], Proposal, BestCase,
        (deal, context) => deal.Score(context, new Scores(2, 2, 1, 2, 0)), Motion.Renewal);

    /// <summary>Nobody at the customer has put a figure on switching.</summary>
    public static Recipe RenewalWeakSwitchingCost { get; } = Of(["renewal.weak-switching-cost"], Proposal, BestCase,
        (deal, context) => deal.Score(context, new Scores(2, 2, 1, 1, 1)), Motion.Renewal);

    /// <summary>Strong on every pillar that an expansion needs.</summary>
    public static Recipe RenewalWithExpansionLead { get; } = Of(["renewal.expansion-lead"], Discovery, BestCase,
        (deal, context) => deal.Score(context, new Scores(2, 2, 2, 2, 1)), Motion.Renewal);
}
