using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>Everything that a plan would do to one opportunity and its tasks, with what it was decided from.</summary>
public sealed record PlannedRecord
{
    public required SalesforceId Id { get; init; }

    /// <summary>For the reader of the plan; null when the opportunity has no name.</summary>
    public string? Name { get; init; }

    /// <summary>For the reader and the totals; null when not known.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The opportunity's SystemModstamp when it was read; null when the org did not say.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The id of the decision about the record as corrected: what SalesRules_Decision__c will hold.</summary>
    public required string DecisionId { get; init; }

    /// <summary>The fields that change, corrections first.</summary>
    public required IReadOnlyList<PlannedChange> Changes { get; init; }

    /// <summary>Fields that are sent with their present value, so that Salesforce's own reset on a stage change cannot undo them.</summary>
    public required IReadOnlyList<Fix> Keeps { get; init; }

    /// <summary>What the decision was made from: a plan is stale for this record once one of these has moved.</summary>
    public required IReadOnlyList<Fix> Basis { get; init; }

    /// <summary>Tasks that should be open and are not known to be.</summary>
    public required IReadOnlyList<DealTask> NewTasks { get; init; }

    /// <summary>Tasks of ours whose condition has cleared.</summary>
    public required IReadOnlyList<OpenTask> ClearedTasks { get; init; }

    /// <summary>The row that the deal's score history lacks; null: none.</summary>
    public ScoreRow? NewScore { get; init; }

    /// <summary>Whether there is anything to write.</summary>
    public bool IsEmpty => Changes.Count == 0 && NewTasks.Count == 0 && ClearedTasks.Count == 0 && NewScore is null;

    /// <summary>Whether a field that people own is corrected.</summary>
    public bool IsCorrection => Changes.Any(change => change.Rule is not null);
}

/// <summary>One field of one record: before and after.</summary>
/// <param name="Field">The org's API name.</param>
/// <param name="Rule">The rule that corrects a field that people own; null for a field that the service owns.</param>
/// <param name="Reason">Why, in a sentence; null for a field that the service owns.</param>
public sealed record PlannedChange(string Field, FieldValue From, FieldValue To, string? Rule, string? Reason);

/// <summary>A task of ours that the journal knows to be open.</summary>
/// <param name="TaskId">Null when its creation was never confirmed: it is found by its key.</param>
public sealed record OpenTask(string Key, SalesforceId? TaskId);
