using System.Collections.Immutable;
using SalesRules.Snapshots;

namespace SalesRules.Decisions;

/// <summary>The five scores of a deal as the rules read them: points, total and the pillars that open the review.</summary>
/// <param name="Outcome">0, 1, 2 or null for unscored or invalid; so for each pillar.</param>
public sealed record MiqlScores(int? Outcome, int? Maps, int? Insight, int? Quantify, int? Leadership)
{
    private const int Unscored = 3;
    private const int PillarStates = 4;
    private static readonly int?[] Points = [0, 1, 2, null];
    private static readonly ImmutableArray<PillarSet> LowestByState = [.. EveryState().Select(FindLowest)];

    /// <summary>O+M+I+Q+L, 0 to 10; null while any pillar is unscored (catalogue section 1).</summary>
    public int? Total => Outcome + Maps + Insight + Quantify + Leadership;

    public bool IsComplete => Total is not null;

    public int? this[Pillar pillar] => pillar switch
    {
        Pillar.Outcome => Outcome,
        Pillar.Maps => Maps,
        Pillar.Insight => Insight,
        Pillar.Quantify => Quantify,
        _ => Leadership,
    };

    /// <summary>
    /// What opens the review: the unscored pillars if there are any, and only those; else all that equal the minimum; none
    /// when the total is 10. In the order O, M, I, Q, L.
    /// </summary>
    public PillarSet Lowest => LowestByState[State];

    /// <summary>The pillars that are not at 2: below it or unscored.</summary>
    public PillarSet NotAtTwo => PillarSet.Where(pillar => this[pillar] != 2);

    /// <summary>
    /// A number from 0 to 1,023 for each of the 4^5 states that five pillars can be in, so that what follows from scores alone can be
    /// worked out once a state.
    /// </summary>
    internal int State
    {
        get
        {
            var state = 0;
            foreach (var pillar in Pillars.All)
                state = (state * PillarStates) + (this[pillar] ?? Unscored);
            return state;
        }
    }

    /// <summary>The scores of every state, each at the place that its <see cref="State"/> names.</summary>
    internal static IEnumerable<MiqlScores> EveryState() =>
        from o in Points from m in Points from i in Points from q in Points from l in Points select new MiqlScores(o, m, i, q, l);

    public static MiqlScores Of(Opportunity opportunity) => new(
        opportunity.Outcome.Points,
        opportunity.Maps.Points,
        opportunity.Insight.Points,
        opportunity.Quantify.Points,
        opportunity.Leadership.Points);

    private static PillarSet FindLowest(MiqlScores scores)
    {
        if (!scores.IsComplete)
            return PillarSet.Where(pillar => scores[pillar] is null);
        var minimum = Pillars.All.Min(pillar => scores[pillar]);
        return minimum == 2 ? PillarSet.Empty : PillarSet.Where(pillar => scores[pillar] == minimum);
    }

    /// <summary>The same scores with one pillar set.</summary>
    public MiqlScores With(Pillar pillar, int points) => pillar switch
    {
        Pillar.Outcome => this with { Outcome = points },
        Pillar.Maps => this with { Maps = points },
        Pillar.Insight => this with { Insight = points },
        Pillar.Quantify => this with { Quantify = points },
        _ => this with { Leadership = points },
    };
}
