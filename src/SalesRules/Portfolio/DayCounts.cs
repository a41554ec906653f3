namespace SalesRules.Portfolio;

/// <summary>
/// How often each number of days occurred. Percentiles of any number of stays take the memory of their spread, and the order in
/// which they were added does not matter.
/// </summary>
public sealed class DayCounts
{
    private readonly SortedDictionary<int, int> counts = [];

    /// <summary>How many were added.</summary>
    public int Count { get; private set; }

    /// <summary>The middle one, or the mean of the two in the middle; null when there is none.</summary>
    public decimal? Median => Count == 0 ? null : (AtRank((Count + 1) / 2) + AtRank((Count / 2) + 1)) / 2m;

    /// <summary>The 75th percentile by nearest rank (B 12.2); null when there is none.</summary>
    public int? Percentile75 => Count == 0 ? null : AtRank(NearestRank(75));

    public void Add(int days)
    {
        counts[days] = counts.GetValueOrDefault(days) + 1;
        Count++;
    }

    /// <summary>How many are of more days than that.</summary>
    public int Above(decimal days) => counts.Where(pair => pair.Key > days).Sum(pair => pair.Value);

    /// <summary>The smallest rank below which at least that share lies: rounded up, never interpolated.</summary>
    private int NearestRank(int percent) => (int)decimal.Ceiling(percent * (decimal)Count / 100m);

    private int AtRank(int rank)
    {
        var seen = 0;
        foreach (var (days, count) in counts)
        {
            seen += count;
            if (seen >= rank)
                return days;
        }

        throw new ArgumentOutOfRangeException(nameof(rank), rank, "beyond the last");
    }
}
