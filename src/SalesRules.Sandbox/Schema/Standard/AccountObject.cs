using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Account: the fields an integration commonly reads.</summary>
internal static class AccountObject
{
    public static SObjectDefinition Define() => new(
        new SObjectTraits("Account", "001", "Account", "Accounts")
        {
            Mergeable = true,
            SupportedScopes = [("everything", "All accounts"), ("mine", "My accounts"), ("team", "My team's accounts")],
        },
        [
            Id("Account ID"),
            IsDeleted(),
            Lookup("MasterRecordId", "Master Record ID", "Account", "MasterRecord", null).ReadOnly() with { Permissionable = false },
            Name("Account Name", 255) with { CompoundFieldName = "Name", ExtraTypeInfo = "switchablepersonname" },
            Picklist("Type", "Account Type", 40, "Prospect", "Customer - Direct", "Customer - Channel", "Channel Partner / Reseller",
                "Installation Partner", "Technology Partner", "Other"),
            Lookup("ParentId", "Parent Account ID", "Account", "Parent", "ChildAccounts") with { SearchPrefilterable = true },
            .. Address("Billing"),
            .. Address("Shipping"),
            Text("Phone", "Account Phone", FieldType.Phone, 40),
            Text("Fax", "Account Fax", FieldType.Phone, 40),
            Text("AccountNumber", "Account Number", 40),
            Text("Website", "Website", FieldType.Url, 255),
            Text("Sic", "SIC Code", 20),
            Picklist("Industry", "Industry", 40, Industries),
            Number("AnnualRevenue", "Annual Revenue", FieldType.Currency, 18, 0),
            Int("NumberOfEmployees", "Employees"),
            Picklist("Ownership", "Ownership", 40, "Public", "Private", "Subsidiary", "Other"),
            Text("TickerSymbol", "Ticker Symbol", 20),
            LongText("Description", "Account Description", 32000),
            Picklist("Rating", "Account Rating", 40, "Hot", "Warm", "Cold"),
            Text("Site", "Account Site", 80),
            Owner(),
            .. Audit(),
            Date("LastActivityDate", "Last Activity").ReadOnly() with { Permissionable = false },
            .. Viewed(),
            Picklist("AccountSource", "Account Source", 40, "Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"),
        ]);

    private static readonly string[] Industries =
    [
        "Agriculture", "Apparel", "Banking", "Biotechnology", "Chemicals", "Communications", "Construction", "Consulting", "Education",
        "Electronics", "Energy", "Engineering", "Entertainment", "Environmental", "Finance", "Food & Beverage", "Government", "Healthcare",
        "Hospitality", "Insurance", "Machinery", "Manufacturing", "Media", "Not For Profit", "Recreation", "Retail", "Shipping",
        "Technology", "Telecommunications", "Transportation", "Utilities", "Other",
    ];

    private static IEnumerable<SObjectField> Address(string kind)
    {
        SObjectField[] parts =
        [
            TextArea($"{kind}Street", $"{kind} Street"),
            Text($"{kind}City", $"{kind} City", 40),
            Text($"{kind}State", $"{kind} State/Province", 80),
            Text($"{kind}PostalCode", $"{kind} Zip/Postal Code", 20),
            Text($"{kind}Country", $"{kind} Country", 80),
        ];
        return parts.Select(part => part with { CompoundFieldName = $"{kind}Address" });
    }
}
