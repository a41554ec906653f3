using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// The smallest raise of scores that reaches a goal: fewest points, then fewest pillars, then the order O, M, I, Q, L
/// (catalogue section 1). Found by looking at every combination, once per state of the pillars and goal.
/// </summary>
public sealed class SmallestScoreChange(Func<MiqlScores, bool> reached)
{
    private const int Unscored = 3;

    // One slot for each of the 4^5 states; null: not yet computed. Racing threads compute the same answer.
    private readonly IReadOnlyList<(Pillar Pillar, int To)>?[] answers = new IReadOnlyList<(Pillar, int)>?[1024];

    /// <summary>The pillars to raise (an unscored one to score) and their new points; empty when the goal is reached or out of reach.</summary>
    public IReadOnlyList<(Pillar Pillar, int To)> From(MiqlScores scores)
    {
        var state = 0;
        foreach (var pillar in Pillars.All)
            state = (state * 4) + (scores[pillar] ?? Unscored);
        return answers[state] ??= Search(scores);
    }

    private IReadOnlyList<(Pillar Pillar, int To)> Search(MiqlScores from)
    {
        if (reached(from))
            return [];
        MiqlScores? best = null;
        var bestCost = (Points: int.MaxValue, Changed: int.MaxValue);

        // Combinations come with the early pillars high first, so that of two equals the first one found is the one to keep.
        foreach (var candidate in Combinations())
        {
            if (!IsRaise(from, candidate) || !reached(candidate))
                continue;
            var cost = Cost(from, candidate);
            if (cost.CompareTo(bestCost) < 0)
                (best, bestCost) = (candidate, cost);
        }

        return best is null ? [] : [.. Pillars.All.Where(pillar => from[pillar] != best[pillar]).Select(pillar => (pillar, best[pillar]!.Value))];
    }

    private static IEnumerable<MiqlScores> Combinations() =>
        from o in HighFirst from m in HighFirst from i in HighFirst from q in HighFirst from l in HighFirst select new MiqlScores(o, m, i, q, l);

    private static int[] HighFirst { get; } = [2, 1, 0];

    private static bool IsRaise(MiqlScores from, MiqlScores to) => Pillars.All.All(pillar => from[pillar] is not { } points || to[pillar] >= points);

    private static (int Points, int Changed) Cost(MiqlScores from, MiqlScores to) =>
        (Pillars.All.Sum(pillar => to[pillar]!.Value - (from[pillar] ?? 0)), Pillars.All.Count(pillar => to[pillar] != from[pillar]));
}
