namespace SalesRules.Policies;

/// <summary>What of the hand-offs' history is kept in Salesforce (catalogue section 5).</summary>
public sealed record HistoryPolicy
{
    /// <summary>Whether each change of a deal's five scores is kept as a row of MIQL_Score__c; without them no renewal is seeded.</summary>
    public bool ScoreRows { get; init; } = true;
}
