using SalesRules.Snapshots;

namespace SalesRules.Journal.Writes;

/// <summary>What the org refused to write.</summary>
/// <param name="TaskKey">The task concerned; null: the record itself.</param>
public sealed record Refusal(SalesforceId Id, string? TaskKey, string? Code, string? Sentence);
