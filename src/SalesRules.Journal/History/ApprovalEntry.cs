using SalesRules.Decisions;
using SalesRules.Journal.Runs;

namespace SalesRules.Journal.History;

/// <summary>A POV approval.</summary>
/// <param name="Scores">Those in force when it was made.</param>
/// <param name="IsFirstSeen">The deal stood in pov when the journal first saw it: its entry was not witnessed.</param>
/// <param name="RecordedAt">When the record was confirmed to carry it; null: decided, not on record yet.</param>
public sealed record ApprovalEntry(
    DateTimeOffset ApprovedAt,
    string State,
    string Path,
    MiqlScores Scores,
    bool IsFirstSeen,
    RunId Run,
    DateTimeOffset? RecordedAt);
