using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Opportunity, after a describe of API 64.0.</summary>
internal static class OpportunityObject
{
    public static SObjectDefinition Define(IReadOnlyList<StageDefinition> stages) => new(
        new SObjectTraits("Opportunity", "006", "Opportunity", "Opportunities")
        {
            DeepCloneable = true,
            SupportedScopes =
            [
                ("everything", "All opportunities"), ("mine", "My opportunities"), ("scopingRule", "Filter by scope"),
                ("team", "My team's opportunities"),
            ],
        },
        [.. Basics(), .. Sales(stages), Owner(), .. Audit(), .. Derived()]);

    private static IEnumerable<SObjectField> Basics() =>
    [
        Id("Opportunity ID"),
        IsDeleted(),
        Lookup("AccountId", "Account ID", "Account", "Account", "Opportunities") with { CascadeDelete = true, SearchPrefilterable = true },
        Checkbox("IsPrivate", "Private"),
        Name("Name", 120),
        LongText("Description", "Description", 32000),
    ];

    private static IEnumerable<SObjectField> Sales(IReadOnlyList<StageDefinition> stages) =>
    [
        StageName(stages),
        Currency("Amount", "Amount"),
        Number("Probability", "Probability (%)", FieldType.Percent, 3, 0) with { DefaultedOnCreate = true },
        Currency("ExpectedRevenue", "Expected Amount").ReadOnly(),
        Number("TotalOpportunityQuantity", "Quantity", FieldType.Double, 18, 2),
        Date("CloseDate", "Close Date").Required(),
        Picklist("Type", "Opportunity Type", 255, "New Business", "New Customer", "Existing Business", "Existing Customer - Upgrade",
            "Existing Customer - Replacement", "Existing Customer - Downgrade", "Renewal"),
        Text("NextStep", "Next Step", 255),
        Picklist("LeadSource", "Lead Source", 255, "Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"),
        Checkbox("IsClosed", "Closed").System(),
        Checkbox("IsWon", "Won").System(),
        Picklist("ForecastCategory", "Forecast Category", 40).ReadOnly()
            with { Nillable = false, RestrictedPicklist = true, Permissionable = false, PicklistValues = ForecastCategory.Values },
        Picklist("ForecastCategoryName", "Forecast Category", 255)
            with { DefaultedOnCreate = true, RestrictedPicklist = true, Permissionable = false, PicklistValues = ForecastCategory.Names },
        Lookup("CampaignId", "Campaign ID", "Campaign", "Campaign", "Opportunities") with { SearchPrefilterable = true },
        Checkbox("HasOpportunityLineItem", "Has Line Item").System(),
        Lookup("Pricebook2Id", "Price Book ID", "Pricebook2", "Pricebook2", "Opportunities")
            with { DefaultedOnCreate = true, SearchPrefilterable = true, Permissionable = false },
    ];

    private static IEnumerable<SObjectField> Derived() =>
    [
        Date("LastActivityDate", "Last Activity").ReadOnly() with { Permissionable = false },
        Int("PushCount", "Push Count").ReadOnly() with { Permissionable = false },
        DateTime("LastStageChangeDate", "Last Stage Change Date").ReadOnly() with { Permissionable = false },
        Int("FiscalQuarter", "Fiscal Quarter").ReadOnly() with { CompoundFieldName = "Fiscal", Permissionable = false },
        Int("FiscalYear", "Fiscal Year").ReadOnly() with { CompoundFieldName = "Fiscal", Permissionable = false },
        Text("Fiscal", "Fiscal Period", 6).ReadOnly() with { Permissionable = false },
        Lookup("ContactId", "Contact ID", "Contact", null, null) with { Updateable = false, Permissionable = false },
        .. Viewed(),
        Checkbox("HasOpenActivity", "Has Open Activity").System() with { Filterable = false, Sortable = false },
        Checkbox("HasOverdueTask", "Has Overdue Task").System() with { Filterable = false, Sortable = false },
        Lookup("LastAmountChangedHistoryId", "Opportunity History ID", "OpportunityHistory", "LastAmountChangedHistory", null).ReadOnly()
            with { SearchPrefilterable = true, Permissionable = false },
        Lookup("LastCloseDateChangedHistoryId", "Opportunity History ID", "OpportunityHistory", "LastCloseDateChangedHistory", null).ReadOnly()
            with { SearchPrefilterable = true, Permissionable = false },
    ];

    private static SObjectField StageName(IReadOnlyList<StageDefinition> stages) =>
        Picklist("StageName", "Stage", 255).Required() with { PicklistValues = PicklistOf(stages) };

    /// <summary>The stage list as the picklist of StageName.</summary>
    internal static IReadOnlyList<PicklistValue> PicklistOf(IReadOnlyList<StageDefinition> stages) =>
        [.. stages.Select(stage => new PicklistValue(stage.Name, stage.Name, stage.IsActive))];
}
