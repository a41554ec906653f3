using System.Collections.Frozen;
using SalesRules.Plans;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Deals;

/// <summary>What the journal remembers of a deal for its next decision.</summary>
public sealed record DealMemory
{
    /// <summary>A deal that the journal has never seen.</summary>
    public static DealMemory Nothing { get; } = new();

    /// <summary>The identity of its last standing decision; null: it was never decided.</summary>
    public string? DecisionId { get; init; }

    /// <summary>The SystemModstamp of the version that was decided last; null: never, or the org did not say.</summary>
    public DateTimeOffset? LastVersion { get; init; }

    /// <summary>When the org deleted it; null: it lives, as far as the org has told.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The business date since which the gate has deferred it without a break; null: it does not.</summary>
    public DateOnly? DeferredSince { get; init; }

    /// <summary>The category correction of ours that was confirmed last and still stood when the deal was last decided.</summary>
    public CategoryCorrection? LastCorrection { get; init; }

    /// <summary>When scores and evidence were last seen to change; null: the deal was never seen.</summary>
    public ScoreHistory? ScoreHistory { get; init; }

    /// <summary>When fields were last seen to change; null: the deal was never seen.</summary>
    public FieldHistory? FieldHistory { get; init; }

    /// <summary>The stages that it went through, while it is the version that was decided last; null: they have to be read.</summary>
    public IReadOnlyList<StageEntry>? StageHistory { get; init; }

    /// <summary>
    /// How often in a row a field was corrected to one value and confirmed, since a score last changed; a field that was corrected once
    /// is among them, whether or not the correction still stands.
    /// </summary>
    public IReadOnlyList<RepeatedCorrection> Corrections { get; init; } = [];

    /// <summary>The days to which tasks that we completed ourselves count as activity: their due dates.</summary>
    public IReadOnlySet<DateOnly> OwnActivityDays { get; init; } = FrozenSet<DateOnly>.Empty;

    /// <summary>What the journal knows of its score history in the org.</summary>
    public KnownScores KnownScores { get; init; } = KnownScores.NotAsked;

    /// <summary>The same with its score history; this very memory where nothing is known of one.</summary>
    internal DealMemory With(KnownScores scores) => scores == KnownScores ? this : this with { KnownScores = scores };

    /// <summary>What was carried over to it from the sale that it renews; null: nothing.</summary>
    public SeededScores? Seeded { get; init; }

    public KnownTasks KnownTasks { get; init; } = KnownTasks.None;

    public TaskEpisodes TaskEpisodes { get; init; } = TaskEpisodes.First;
}
