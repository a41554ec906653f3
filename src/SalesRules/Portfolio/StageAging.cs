namespace SalesRules.Portfolio;

/// <summary>
/// How long deals stay in each stage, per segment (B 12.2 "track median days per stage and flag deals exceeding the 75th
/// percentile"): from the completed stays of some months, each re-entry a stay of its own. Immutable; made by
/// <see cref="StageAgingBuilder"/>.
/// </summary>
public sealed class StageAging
{
    // The segments of each stage, of which there are few.
    private readonly Dictionary<string, StageAge[]> ages;

    /// <param name="all">At most one for a stage and segment.</param>
    public StageAging(IEnumerable<StageAge> all)
    {
        All = [.. all.OrderBy(age => age.StageName, StringComparer.Ordinal).ThenBy(age => age.Segment, StringComparer.Ordinal)];
        ages = All.GroupBy(age => age.StageName, StringComparer.OrdinalIgnoreCase).ToDictionary(of => of.Key, of => of.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Knows of no stage: where there is no history.</summary>
    public static StageAging None { get; } = new([]);

    /// <summary>Every stage and segment with enough stays, in the order of their names.</summary>
    public IReadOnlyList<StageAge> All { get; }

    /// <summary>How long stays last; null where there are too few to say, and then the policy's default days count.</summary>
    /// <param name="stageName">The stage's name, whatever its case.</param>
    /// <param name="segment">The deal's segment; null for deals without one, which are a group of their own.</param>
    public StageAge? Find(string? stageName, string? segment)
    {
        if (stageName is not null && ages.TryGetValue(stageName, out var ofStage))
        {
            foreach (var age in ofStage)
            {
                if (age.Segment == segment)
                    return age;
            }
        }

        return null;
    }
}

/// <summary>The completed stays in one stage and segment.</summary>
/// <param name="StageName">The stage as the policy names it.</param>
/// <param name="Segment">Null: deals without a segment.</param>
/// <param name="Percentile75Days">Three in four stays lasted at most so many days (nearest rank).</param>
/// <param name="MedianDays">Half a day where two stays stand in the middle.</param>
/// <param name="Stays">How many stays this rests on.</param>
public sealed record StageAge(string StageName, string? Segment, int Percentile75Days, decimal MedianDays, int Stays)
{
    /// <summary>Longer than three in four: aging.</summary>
    public bool IsAging(int days) => days > Percentile75Days;
}
