using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>When each pillar's score and evidence last changed, as far as the journal has seen it.</summary>
public sealed class ScoreHistory(IReadOnlyDictionary<Pillar, ScoreChange> changes)
{
    /// <summary>The last change of a pillar; null: never seen to change.</summary>
    public ScoreChange? Last(Pillar pillar) => changes.GetValueOrDefault(pillar);
}

/// <summary>The instants at which a pillar's score and its evidence were last seen to change; null: never.</summary>
public sealed record ScoreChange(DateTimeOffset? ScoreChangedAt, DateTimeOffset? EvidenceChangedAt);
