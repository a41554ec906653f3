namespace SalesRules.Snapshots;

/// <summary>One stage that a deal entered: a row of OpportunityHistory where the stage differs from the row before.</summary>
/// <param name="StageName">The stage's name in the org.</param>
/// <param name="EnteredAt">When it was entered, UTC.</param>
/// <param name="EnteredBy">Who moved it; null when unknown.</param>
public sealed record StageEntry(string StageName, DateTimeOffset EnteredAt, SalesforceId? EnteredBy);
