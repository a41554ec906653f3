namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>What a person does to a deal: everything that decisions depend on, and what does not matter to them.</summary>
internal static class Edits
{
    private static readonly Dictionary<string, object?>[] All =
    [
        new() { ["NextStep"] = "call" },
        new() { ["MIQL_Leadership__c"] = 2 },
        new() { ["MIQL_Leadership__c"] = 1 },
        new() { ["MIQL_Quantify__c"] = 1 },
        new() { ["MIQL_Quantify__c"] = 2 },
        new() { ["MIQL_Quantify__c"] = null },
        new() { ["MIQL_Maps__c"] = 2, ["MIQL_Maps_Evidence__c"] = "a newer map" },
        new() { ["MIQL_Leadership_Evidence__c"] = "a call" },
        new() { ["ForecastCategoryName"] = "Commit" },
        new() { ["ForecastCategoryName"] = "Best Case" },
        new() { ["ForecastCategoryName"] = "Pipeline" },
        new() { ["Probability"] = 95 },
        new() { ["Probability"] = 15 },
        new() { ["StageName"] = "Discovery" },
        new() { ["StageName"] = "Technical Deep-Dive" },
        new() { ["StageName"] = "POV" },
        new() { ["StageName"] = "Closed Won" },
        new() { ["StageName"] = "Closed Lost" },
        new() { ["SalesRules_Reason__c"] = "mine" },
        new() { ["SalesRules_Ceiling__c"] = null, ["SalesRules_Decision__c"] = null },
        new() { ["Type"] = "Renewal" },
    ];

    public static int Choices => All.Length;

    public static IReadOnlyDictionary<string, object?> Of(int choice) => All[choice % All.Length];

    public static string NameOf(int choice) => string.Join(", ", Of(choice).Select(field => $"{field.Key}={field.Value ?? "null"}"));
}
