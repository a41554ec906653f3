using SalesRules.Policies;

namespace SalesRules.EndToEnd.Tests;

/// <summary>
/// A deal in Commit without Leadership, scored and with evidence: the ceiling is Best Case. Up to Discovery no other rule finds anything
/// that counts for its risk.
/// </summary>
internal static class CommitDeal
{
    public static Dictionary<string, object?> Values(DateOnly closes, string stage, string owner) => new()
    {
        ["Name"] = "Brook & Vale rollout",
        ["StageName"] = stage,
        ["ForecastCategoryName"] = "Commit",
        ["Probability"] = 90,
        ["CloseDate"] = closes,
        ["Type"] = "New Business",
        ["Amount"] = 50000,
        ["NextStep"] = "Review the results with the CFO",
        ["Next_Step_Date__c"] = closes,
        ["Next_Step_Owner__c"] = owner,
        ["Pain_Score__c"] = 9,
        ["Close_Checklist__c"] = string.Join(';', new ClosingPolicy().Checklist.Select(item => item.Name)),
        ["MIQL_Outcome__c"] = 2,
        ["MIQL_Maps__c"] = 1,
        ["MIQL_Insight__c"] = 2,
        ["MIQL_Quantify__c"] = 2,
        ["MIQL_Leadership__c"] = 1,
        ["MIQL_Outcome_Evidence__c"] = "call of the CFO",
        ["MIQL_Maps_Evidence__c"] = "map",
        ["MIQL_Insight_Evidence__c"] = "workshop",
        ["MIQL_Quantify_Evidence__c"] = "model",
        ["MIQL_Leadership_Evidence__c"] = "one mail",
    };
}
