using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>What the service carried over to a renewal from the sale that it renews, as the journal saw it confirmed.</summary>
/// <param name="On">The business date of the decision.</param>
/// <param name="Scores">The pillars that it filled; null: not filled by it.</param>
public sealed record SeededScores(DateOnly On, MiqlScores Scores)
{
    /// <summary>
    /// The pillars of a record that are inherited still. A person has scored them once the value is another, or once the record was
    /// scored on a later day.
    /// </summary>
    /// <param name="known">The deal's score history: once it tells of the seeding, it alone counts.</param>
    public static PillarSet StillInherited(Opportunity opportunity, SeededScores? seeded, KnownScores known)
    {
        if (known is { WasSeeded: true, Last: { } last })
            return Unchanged(opportunity, last.Scores, last.ScoredOn).In(last.Inherited);
        return seeded is null ? PillarSet.Empty : Unchanged(opportunity, seeded.Scores, seeded.On);
    }

    private static PillarSet Unchanged(Opportunity opportunity, MiqlScores scores, DateOnly? on) => opportunity.ScoredOn > on
        ? PillarSet.Empty
        : PillarSet.Where(pillar => scores[pillar] is { } points && opportunity.Score(pillar).Points == points);
}
