using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Campaign: what an opportunity names as its primary source.</summary>
internal static class CampaignObject
{
    public static SObjectDefinition Define() => new(
        new SObjectTraits("Campaign", "701", "Campaign", "Campaigns")
        {
            SupportedScopes = [("everything", "All campaigns"), ("mine", "My campaigns")],
        },
        [
            Id("Campaign ID"),
            IsDeleted(),
            Name("Name", 80),
            Lookup("ParentId", "Parent Campaign ID", "Campaign", "Parent", "ChildCampaigns"),
            Picklist("Type", "Type", 255, "Conference", "Webinar", "Trade Show", "Public Relations", "Partners", "Referral Program", "Advertisement",
                "Banner Ads", "Direct Mail", "Email", "Telemarketing", "Other"),
            Picklist("Status", "Status", 255, "Planned", "In Progress", "Completed", "Aborted"),
            Date("StartDate", "Start Date"),
            Date("EndDate", "End Date"),
            Number("ExpectedRevenue", "Expected Revenue", FieldType.Currency, 18, 0),
            Number("BudgetedCost", "Budgeted Cost", FieldType.Currency, 18, 0),
            Number("ActualCost", "Actual Cost", FieldType.Currency, 18, 0),
            Number("ExpectedResponse", "Expected Response (%)", FieldType.Percent, 8, 2),
            Number("NumberSent", "Num Sent", FieldType.Double, 18, 0),
            Checkbox("IsActive", "Active"),
            LongText("Description", "Description", 32000),
            Owner(),
            .. Audit(),
            Date("LastActivityDate", "Last Activity").ReadOnly() with { Permissionable = false },
            .. Viewed(),
        ]);
}
