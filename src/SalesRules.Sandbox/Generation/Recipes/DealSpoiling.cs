using SalesRules.Sandbox.Generation.Deals;

namespace SalesRules.Sandbox.Generation.Recipes;

/// <summary>What several recipes do to a deal.</summary>
internal static class DealSpoiling
{
    /// <summary>Gives the deal these scores, with evidence for each pillar that needs it and no history that contradicts them.</summary>
    public static void Score(this Deal deal, RecipeContext context, Scores scores)
    {
        deal.Scoring = new ScoreWriter(context.Calendar).Current(deal, scores, context.Chance);
        deal.EarlierScorings = [];
    }

    public static void Unscore(this Deal deal)
    {
        deal.Scoring = null;
        deal.EarlierScorings = [];
    }

    /// <summary>Moves the deal's past back by so many days, the current stage included.</summary>
    public static void AgeBy(this Deal deal, int days)
    {
        for (var passed = 0; passed < deal.Stages.Count; passed++)
            deal.Stages[passed] = deal.Stages[passed] with { On = deal.Stages[passed].On.AddDays(-days) };
    }
}
