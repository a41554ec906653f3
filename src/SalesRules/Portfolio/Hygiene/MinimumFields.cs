using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio.Hygiene;

/// <summary>The minimum viable set of B 12.1 as it reads for opportunities: what every open deal should have filled in.</summary>
internal static class MinimumFields
{
    private static readonly string[] Names =
    [
        "AccountId", "Amount", "CloseDate", "StageName", "ForecastCategoryName", "LeadSource", "Segment__c",
        "NextStep", "Next_Step_Date__c", "Next_Step_Owner__c",
    ];

    /// <summary>The fields of the set that the organisation has.</summary>
    public static IReadOnlyList<OpportunityField> Of(Policy policy) => [.. Names.Where(policy.Fields.Has).Select(OpportunityFields.Get)];
}
