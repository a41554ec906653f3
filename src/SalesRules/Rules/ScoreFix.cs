using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>A smallest score change as the fix of a finding.</summary>
internal static class ScoreFix
{
    public static IReadOnlyList<Fix> For(Deal deal, SmallestScoreChange goal)
    {
        var changes = goal.From(deal.Scores);
        var fixes = new Fix[changes.Count];
        for (var index = 0; index < fixes.Length; index++)
            fixes[index] = new Fix(deal.NameOf(OpportunityFields.ScoreOf(changes[index].Pillar)), FieldValue.Of((decimal)changes[index].To));
        return fixes;
    }
}
