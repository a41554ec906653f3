using SalesRules.Snapshots;

namespace SalesRules.Decisions;

/// <summary>The five scores of a deal as the rules read them: points, total and the pillars that open the review.</summary>
/// <param name="Outcome">0, 1, 2 or null for unscored or invalid; so for each pillar.</param>
public sealed record MiqlScores(int? Outcome, int? Maps, int? Insight, int? Quantify, int? Leadership)
{
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
    public IReadOnlyList<Pillar> Lowest
    {
        get
        {
            if (!IsComplete)
                return [.. Pillars.All.Where(pillar => this[pillar] is null)];
            var minimum = Pillars.All.Min(pillar => this[pillar]);
            return minimum == 2 ? [] : [.. Pillars.All.Where(pillar => this[pillar] == minimum)];
        }
    }

    public static MiqlScores Of(Opportunity opportunity) => new(
        opportunity.Outcome.Points,
        opportunity.Maps.Points,
        opportunity.Insight.Points,
        opportunity.Quantify.Points,
        opportunity.Leadership.Points);

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
