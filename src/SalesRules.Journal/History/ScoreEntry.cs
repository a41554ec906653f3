using SalesRules.Journal.Runs;
using SalesRules.Snapshots;

namespace SalesRules.Journal.History;

/// <summary>One pillar as it was first seen, or a change of its score or evidence.</summary>
/// <param name="Score">What stood in the field; null for unscored.</param>
/// <param name="ChangedAt">Null: first sight, never seen to change.</param>
/// <param name="SeenAt">When the run that saw it decided.</param>
/// <param name="ScoredBy">As the record said.</param>
public sealed record ScoreEntry(
    Pillar Pillar,
    FieldValue Score,
    string? Evidence,
    bool ScoreChanged,
    bool EvidenceChanged,
    DateTimeOffset? ChangedAt,
    DateTimeOffset SeenAt,
    RunId Run,
    SalesforceId? ScoredBy,
    string? StageName,
    string? ForecastCategoryName);
