using SalesRules.Snapshots;

namespace SalesRules.Journal.Deals;

/// <summary>A deal that the org says was deleted, and when.</summary>
public sealed record SeenDeletion(SalesforceId Id, DateTimeOffset At);
