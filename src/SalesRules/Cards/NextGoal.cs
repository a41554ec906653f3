using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Rules.Forecast;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Cards;

/// <summary>What the scores lack for the next better verdict, as the smallest raise.</summary>
/// <param name="Goal">"Commit", "Best Case", or a state of the POV gate.</param>
/// <param name="By">Fewest points, then fewest pillars, then O, M, I, Q, L.</param>
public sealed record NextGoal(string Goal, IReadOnlyList<Fix> By)
{
    /// <summary>The next category that the evidence would allow, and the gate's next state; empty where both are at their best, or the org keeps no scores.</summary>
    public static IReadOnlyList<NextGoal> Of(Deal deal)
    {
        var goals = new List<NextGoal>();
        if (!Pillars.ScoreFields.All(deal.Policy.Fields.Has))
            return goals;
        if (Above(deal.Ceiling) is { } category && ScoreFix.For(deal, ForecastCeiling.Reaching(category)) is { Count: > 0 } raise)
            goals.Add(new NextGoal($"a ceiling of {category.Name()}", raise));
        if (deal.Gate?.State == GateState.Deferred)
            goals.Add(new NextGoal("the POV gate's approval", ScoreFix.For(deal, GateScores.Clearing)));
        return goals;
    }

    private static ForecastCategory? Above(ForecastCategory ceiling) => ceiling switch
    {
        < ForecastCategory.Pipeline => ForecastCategory.Pipeline,
        ForecastCategory.Pipeline => ForecastCategory.BestCase,
        ForecastCategory.BestCase or ForecastCategory.MostLikely => ForecastCategory.Commit,
        _ => null,
    };
}
