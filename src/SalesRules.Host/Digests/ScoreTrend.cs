using SalesRules.Journal.History;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Host.Digests;

/// <summary>How the MIQL total of a deal went, as far as the journal has watched it; the oldest first, each total once until it changes.</summary>
internal sealed record ScoreTrend(IReadOnlyList<ScorePoint> Points)
{
    /// <summary>Fewer than two points are no history.</summary>
    public bool IsHistory => Points.Count > 1;

    public static ScoreTrend Of(IReadOnlyList<ScoreEntry> entries, Policy policy)
    {
        var scores = new Dictionary<Pillar, decimal?>();
        var points = new List<ScorePoint>();
        foreach (var look in entries.GroupBy(entry => entry.ChangedAt ?? entry.SeenAt).OrderBy(look => look.Key))
        {
            foreach (var entry in look)
                scores[entry.Pillar] = entry.Score.AsNumber;
            if (scores.Count < Pillars.All.Length || scores.Values.Any(score => score is null))
                continue;
            var total = scores.Values.Sum() ?? 0;
            if (points.Count == 0 || points[^1].Total != total)
                points.Add(new ScorePoint(policy.DayOf(look.Key), total));
        }

        return new ScoreTrend(points);
    }
}

/// <param name="On">The day on which the total became this one.</param>
internal sealed record ScorePoint(DateOnly On, decimal Total);
