using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>
/// Gathers completed stays for <see cref="StageAging"/>, deal by deal and in any order. Stays count that were left within so many
/// months up to today, both ends included; closed stages and stages that the policy does not map do not.
/// </summary>
/// <param name="leastStays">Fewer stays in a stage and segment say nothing.</param>
/// <param name="months">How far back a stay may have ended.</param>
public sealed class StageAgingBuilder(StageMap stages, TimeZoneInfo zone, DateOnly today, int leastStays, int months)
{
    private readonly Dictionary<(string Stage, string? Segment), DayCounts> stays = [];
    private readonly DateOnly since = today.AddMonths(-months);

    /// <summary>Adds the completed stays of one deal.</summary>
    /// <param name="history">The stages that it entered, oldest first, as <see cref="StageHistories.FromRows"/> gives them.</param>
    /// <param name="segment">The deal's segment; null for none.</param>
    public void Add(IReadOnlyList<StageEntry> history, string? segment)
    {
        foreach (var stay in StageStay.Of(history, zone))
        {
            if (stay.LeftOn is { } left && left >= since && left <= today && stages.Find(stay.StageName) is { IsClosed: false } stage)
                CountsOf(stage.Name, segment).Add(stay.Days(today));
        }
    }

    public StageAging Build() => new(
        from pair in stays
        where pair.Value.Count >= leastStays
        select new StageAge(pair.Key.Stage, pair.Key.Segment, pair.Value.Percentile75!.Value, pair.Value.Median!.Value, pair.Value.Count));

    private DayCounts CountsOf(string stage, string? segment)
    {
        if (!stays.TryGetValue((stage, segment), out var counts))
            stays[(stage, segment)] = counts = new DayCounts();
        return counts;
    }
}
