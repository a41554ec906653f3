namespace SalesRules.Journal.History;

/// <summary>Everything that the journal knows of one deal; each list oldest first.</summary>
/// <param name="Approvals">Normally none or one; the last one counts.</param>
public sealed record DealHistory(
    IReadOnlyList<DecisionEntry> Decisions,
    IReadOnlyList<WriteEntry> Writes,
    IReadOnlyList<TaskEntry> Tasks,
    IReadOnlyList<ScoreEntry> Scores,
    IReadOnlyList<ApprovalEntry> Approvals)
{
    /// <summary>The approval that stands on record or is on its way there; null: none was ever made.</summary>
    public ApprovalEntry? Approval => Approvals.Count == 0 ? null : Approvals[^1];

    /// <summary>Whether the journal has never seen the deal.</summary>
    public bool IsEmpty => Decisions.Count == 0 && Writes.Count == 0 && Tasks.Count == 0 && Scores.Count == 0;
}
