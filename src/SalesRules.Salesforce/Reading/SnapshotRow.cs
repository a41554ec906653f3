using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>One record that was read: a snapshot, or the reason why it cannot be one. Exactly one of the two is set.</summary>
/// <param name="Id">The record's id; null when not even that could be read.</param>
/// <param name="Opportunity">The snapshot.</param>
/// <param name="Problem">Names the field and what was expected, never the value.</param>
public sealed record SnapshotRow(SalesforceId? Id, Opportunity? Opportunity, string? Problem);
