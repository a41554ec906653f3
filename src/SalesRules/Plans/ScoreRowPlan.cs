using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Handoffs;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// The row that a deal's score history lacks: one where the five scores, or their being inherited, are no longer what its last row tells.
/// Pure.
/// </summary>
internal sealed class ScoreRowPlan(Policy policy)
{
    private readonly bool isKept = policy.History.ScoreRows && Pillars.ScoreFields.All(policy.Fields.Has);

    /// <param name="corrected">The record as the decision leaves it.</param>
    /// <returns>Null: there is nothing to add, or nobody knows.</returns>
    public ScoreRow? Of(Opportunity corrected, DealContext context, Decision decision, KnownScores known)
    {
        if (!isKept || !known.IsKnown)
            return null;
        var seeded = PillarSet.Where(pillar => decision.Changes.Any(change => change.Rule == SaleSeedsItsRenewalRule.RuleId && change.Field == policy.Fields.NameOf(OpportunityFields.ScoreOf(pillar))));
        var row = Row(corrected, context, seeded, known.LastNumber + 1);
        var before = known.Last ?? new ScoreRow { Key = row.Key, Scores = new MiqlScores(null, null, null, null, null) };
        return row.TellsTheSameAs(before) ? null : row;
    }

    private ScoreRow Row(Opportunity corrected, DealContext context, PillarSet seeded, int number) => new()
    {
        Key = ScoreRow.KeyOf(corrected.Id, number),
        Scores = MiqlScores.Of(corrected),
        Evidence = [.. Pillars.All.Select(pillar => Evidence(corrected, context, seeded, pillar))],
        ScoredOn = seeded.Count > 0 ? context.Today : corrected.ScoredOn ?? (corrected.SystemModstamp is { } changed ? policy.DayOf(changed) : context.Today),
        ScoredBy = seeded.Count > 0 ? null : corrected.ScoredBy,
        Stage = corrected.StageName,
        Category = corrected.Category?.Name(),
        Inherited = PillarSet.Where(pillar => seeded.Contains(pillar) || (context.InheritedPillars.Contains(pillar) && corrected.Score(pillar).Points is not null)),
    };

    /// <summary>What was carried over names its sale, and so does the Quantify that was left unscored: it is kept as a reference.</summary>
    private static string? Evidence(Opportunity corrected, DealContext context, PillarSet seeded, Pillar pillar) => context.Original switch
    {
        { } sale when seeded.Contains(pillar) => $"Carried over from the sale {sale.Id}.",
        { Quantify: { } quantify } sale when seeded.Count > 0 && pillar == Pillar.Quantify && corrected.Quantify.Points is null =>
            $"Left unscored: its meaning changes. It was {FieldValue.Of(quantify)} on the sale {sale.Id}.",
        _ => corrected.Evidence(pillar),
    };
}
