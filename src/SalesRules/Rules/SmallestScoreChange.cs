using System.Collections.Immutable;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// The smallest raise of scores that reaches a goal: fewest points, then fewest pillars, then the order O, M, I, Q, L
/// (catalogue section 1). Found by looking at every combination, once per state of the pillars and goal.
/// </summary>
public sealed class SmallestScoreChange(Func<MiqlScores, bool> reached)
{
    private static int[] HighFirst => [2, 1, 0];

    // The early pillars high first, so that of two equally small raises the first one found is the one to keep.
    private static readonly ImmutableArray<MiqlScores> FullScores =
        [.. from o in HighFirst from m in HighFirst from i in HighFirst from q in HighFirst from l in HighFirst select new MiqlScores(o, m, i, q, l)];

    // One slot for each of the 4^5 states; null: not yet computed. Racing threads compute the same answer.
    private readonly IReadOnlyList<(Pillar Pillar, int To)>?[] answers = new IReadOnlyList<(Pillar, int)>?[1024];

    /// <summary>The pillars to raise (an unscored one to score) and their new points; empty when the goal is reached or out of reach.</summary>
    public IReadOnlyList<(Pillar Pillar, int To)> From(MiqlScores scores) => answers[scores.State] ??= Search(scores);

    private IReadOnlyList<(Pillar Pillar, int To)> Search(MiqlScores from)
    {
        if (reached(from))
            return [];
        MiqlScores? best = null;
        var bestCost = (Points: int.MaxValue, Changed: int.MaxValue);
        foreach (var candidate in FullScores)
        {
            if (CostOfRaise(from, candidate) is { } cost && cost.CompareTo(bestCost) < 0 && reached(candidate))
                (best, bestCost) = (candidate, cost);
        }

        return best is null ? [] : [.. Pillars.All.Where(pillar => from[pillar] != best[pillar]).Select(pillar => (pillar, best[pillar]!.Value))];
    }

    /// <summary>Points and pillars that the raise takes; null where a pillar would sink.</summary>
    private static (int Points, int Changed)? CostOfRaise(MiqlScores from, MiqlScores to)
    {
        int points = 0, changed = 0;
        foreach (var pillar in Pillars.All)
        {
            var raise = to[pillar]!.Value - (from[pillar] ?? 0);
            if (raise < 0)
                return null;
            points += raise;
            if (to[pillar] != from[pillar])
                changed++;
        }

        return (points, changed);
    }
}
