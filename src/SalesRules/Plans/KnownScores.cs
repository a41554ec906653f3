using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>What is known of a deal's score history in the org.</summary>
public sealed record KnownScores
{
    /// <summary>Nobody asked: then no row is planned.</summary>
    public static KnownScores NotAsked { get; } = new();

    /// <summary>Whether the org's rows were read, now or when the last of them was written.</summary>
    public bool IsKnown { get; private init; }

    /// <summary>The row in force; null: there is none.</summary>
    public ScoreRow? Last { get; private init; }

    /// <summary>The number that the next row follows.</summary>
    public int LastNumber { get; private init; }

    /// <summary>The pillars that ever held a score.</summary>
    public PillarSet EverScored { get; private init; } = PillarSet.Empty;

    /// <summary>Whether scores were ever carried over from the original sale.</summary>
    public bool WasSeeded { get; private init; }

    /// <summary>Whether the org's rows were read just now: the journal has yet to take the last of them down.</summary>
    public bool IsFresh { get; init; }

    /// <param name="rows">All of the deal's, the oldest first.</param>
    public static KnownScores Of(IReadOnlyList<ScoreRow> rows) => new()
    {
        IsKnown = true,
        Last = rows.Count == 0 ? null : rows[^1],
        LastNumber = Math.Max(rows.Count, rows.Select(row => row.Number).DefaultIfEmpty().Max()),
        EverScored = PillarSet.Where(pillar => rows.Any(row => row.Scores[pillar] is not null)),
        WasSeeded = rows.Any(row => row.IsInherited),
    };

    /// <summary>
    /// The rows of an org say of a whole row whether it is inherited, not of each pillar: those are that have not changed since the first of
    /// the inherited rows that stand at the end.
    /// </summary>
    /// <param name="rows">The oldest first; an inherited one names every pillar that has a score.</param>
    public static IReadOnlyList<ScoreRow> Sharpened(IReadOnlyList<ScoreRow> rows)
    {
        var sharp = new List<ScoreRow>(rows.Count);
        ScoreRow? seed = null;
        foreach (var row in rows)
        {
            seed = row.IsInherited ? seed ?? row : null;
            var from = sharp.Count > 0 && sharp[^1].IsInherited ? sharp[^1].Inherited : row.Inherited;
            sharp.Add(seed is null ? row : row with { Inherited = PillarSet.Where(pillar => row.Inherited.Contains(pillar) && from.Contains(pillar) && row.Scores[pillar] == seed.Scores[pillar]) });
        }

        return sharp;
    }
}
