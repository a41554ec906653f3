using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Lead: read for the source and conversion figures.</summary>
internal static class LeadObject
{
    public static SObjectDefinition Define() => new(
        new SObjectTraits("Lead", "00Q", "Lead", "Leads")
        {
            Mergeable = true,
            SupportedScopes = [("everything", "All leads"), ("mine", "My leads"), ("team", "My team's leads")],
        },
        [
            Id("Lead ID"),
            IsDeleted(),
            Lookup("MasterRecordId", "Master Record ID", "Lead", "MasterRecord", null).ReadOnly() with { Permissionable = false },
            .. ContactObject.PersonName(),
            Text("Title", "Title", 128),
            Text("Company", "Company", 255).Required(),
            Text("Phone", "Phone", FieldType.Phone, 40),
            Text("Email", "Email", FieldType.Email, 80) with { IdLookup = true },
            Text("Website", "Website", FieldType.Url, 255),
            LongText("Description", "Description", 32000),
            Picklist("LeadSource", "Lead Source", 255, "Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"),
            Picklist("Status", "Status", 255, "Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted")
                .Required() with { DefaultedOnCreate = true },
            Picklist("Industry", "Industry", 255),
            Picklist("Rating", "Rating", 255, "Hot", "Warm", "Cold"),
            Number("AnnualRevenue", "Annual Revenue", FieldType.Currency, 18, 0),
            Int("NumberOfEmployees", "Employees"),
            Polymorphic("OwnerId", "Owner ID", "Owner", null, "Group", "User").Required() with { DefaultedOnCreate = true },
            Checkbox("IsConverted", "Converted").System() with { Createable = true },
            Date("ConvertedDate", "Converted Date").ReadOnly() with { Permissionable = false },
            Lookup("ConvertedAccountId", "Converted Account ID", "Account", "ConvertedAccount", null).ReadOnly() with { Permissionable = false },
            Lookup("ConvertedContactId", "Converted Contact ID", "Contact", "ConvertedContact", null).ReadOnly() with { Permissionable = false },
            Lookup("ConvertedOpportunityId", "Converted Opportunity ID", "Opportunity", "ConvertedOpportunity", null).ReadOnly()
                with { Permissionable = false },
            .. Audit(),
            Date("LastActivityDate", "Last Activity").ReadOnly() with { Permissionable = false },
            .. Viewed(),
        ]);
}
