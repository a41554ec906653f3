using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// The pillars that count as unscored, and why: nobody has scored them, or their score is inherited from the sale. The latter stands on the
/// record and does not count, so it is said that the CSM has to set it anew.
/// </summary>
internal static class UnscoredPillars
{
    private static readonly FieldValue AnyScore = FieldValue.Of("0, 1 or 2");
    private static readonly FieldValue NewScore = FieldValue.Of("a score set anew by the CSM: this one is inherited from the sale");

    public static bool IsInherited(Deal deal, Pillar pillar) => deal.Scores[pillar] is null && deal.RecordedScores[pillar] is not null;

    /// <summary>"Maps is not scored; Outcome and Insight are inherited from the sale and have to be set anew by the CSM".</summary>
    public static string Words(Deal deal)
    {
        var inherited = PillarSet.Where(pillar => IsInherited(deal, pillar));
        var empty = PillarSet.Where(pillar => deal.Scores[pillar] is null && !inherited.Contains(pillar));
        var parts = new List<string>(2);
        if (empty.Count > 0)
            parts.Add($"{Sentences.Join(empty, deal.Motion)} {(empty.Count == 1 ? "is" : "are")} not scored");
        if (inherited.Count > 0)
            parts.Add($"{Sentences.Join(inherited, deal.Motion)} {(inherited.Count == 1 ? "is inherited from the sale and has" : "are inherited from the sale and have")} to be set anew by the CSM");
        return string.Join("; ", parts);
    }

    /// <summary>All of them as a rule saw them.</summary>
    public static IReadOnlyList<Evidence> Saw(Deal deal) => [.. PillarSet.Where(pillar => deal.Scores[pillar] is null).Select(pillar => Saw(deal, pillar, AnyScore))];

    /// <summary>One of them, with what the rule asks of a score that somebody sets.</summary>
    public static Evidence Saw(Deal deal, Pillar pillar, FieldValue needs) => deal.Saw(OpportunityFields.ScoreOf(pillar), IsInherited(deal, pillar) ? NewScore : needs);
}
