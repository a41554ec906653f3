using SalesRules.Policies;

namespace SalesRules.Rules.PovGate;

/// <summary>When a deal entered pov, as far as its history tells.</summary>
internal static class PovEntry
{
    /// <summary>The first entry into a stage of type pov; null: history unknown, or it shows none.</summary>
    public static DateTimeOffset? First(Deal deal) =>
        deal.StageHistory?.Where(entry => deal.Policy.Stages.Find(entry.StageName)?.Type == StageType.Pov)
            .Select(entry => (DateTimeOffset?)entry.EnteredAt).FirstOrDefault();

    /// <summary>
    /// Whether a deal that stands in pov entered it before the policy's effective date. Null: unknown. Without a history the
    /// last stage change is the entry; where several stages have type pov, the entry was then or earlier.
    /// </summary>
    public static bool? BeforeEffective(Deal deal)
    {
        if (deal.Policy.Pov.EffectiveOn is not { } effective)
            return false;
        if (First(deal) is { } entered)
            return IsBefore(entered);
        if (deal.Opportunity.LastStageChangeDate is not { } changed)
            return null;
        return IsBefore(changed) ? true : SeveralPovStages(deal.Policy.Stages) ? null : false;

        bool IsBefore(DateTimeOffset instant) => deal.Policy.DayOf(instant) < effective;
    }

    private static bool SeveralPovStages(StageMap stages) => stages.All.Count(stage => stage.Type == StageType.Pov) > 1;
}
