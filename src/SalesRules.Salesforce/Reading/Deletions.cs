using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>What Salesforce's log of deletions tells of a span of time.</summary>
/// <param name="Records">The records that are deleted now.</param>
/// <param name="CoveredTo">How far the log is complete: where the next look begins.</param>
/// <param name="Since">From when on it tells; later than was asked for where the log does not reach back that far.</param>
public sealed record Deletions(IReadOnlyList<DeletedRecord> Records, DateTimeOffset CoveredTo, DateTimeOffset Since);

/// <summary>One deleted record.</summary>
public sealed record DeletedRecord(SalesforceId Id, DateTimeOffset At);
