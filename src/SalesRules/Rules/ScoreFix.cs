using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>A smallest score change as the fix of a finding.</summary>
internal static class ScoreFix
{
    public static IReadOnlyList<Fix> For(Deal deal, SmallestScoreChange goal) =>
        [.. goal.From(deal.Scores).Select(change => new Fix(deal.NameOf(change.Pillar.ScoreField()), FieldValue.Of((decimal)change.To)))];
}
