using SalesRules.Journal.Writes;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Deals;

/// <summary>A field that was corrected to the same value, so many times in a row.</summary>
/// <param name="Field">The org's API name.</param>
public sealed record RepeatedCorrection(string Field, FieldValue To, int Times)
{
    /// <summary>The confirmed corrections of one deal that count in the same direction without a break.</summary>
    /// <param name="writes">Confirmed writes that corrected something, oldest first.</param>
    /// <param name="scores">When the scores last changed: what was corrected before that rested on other evidence.</param>
    internal static IReadOnlyList<RepeatedCorrection> Of(IEnumerable<WriteRow> writes, ScoreHistory? scores)
    {
        var since = Pillars.All.Select(pillar => scores?.Last(pillar)?.ScoreChangedAt).Max();
        var last = new Dictionary<string, RepeatedCorrection>(StringComparer.Ordinal);
        foreach (var write in writes.Where(write => since is not { } changed || Database.Stored.Instant(write.PlannedAt) > changed))
        {
            foreach (var change in write.ToRecord().Changes.Where(change => change.Rule is not null))
            {
                var times = last.GetValueOrDefault(change.Field) is { } before && before.To == change.To ? before.Times : 0;
                last[change.Field] = new RepeatedCorrection(change.Field, change.To, times + 1);
            }
        }

        return [.. last.Values];
    }
}
