using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Organization: the one row that says which org this is.</summary>
internal static class OrganizationObject
{
    public static SObjectDefinition Define()
    {
        SObjectField[] fields =
        [
            Name("Name", 80),
            Text("Division", "Division", 80),
            Picklist("LanguageLocaleKey", "Language", 40, "en_US"),
            Picklist("DefaultLocaleSidKey", "Locale", 40, "en_US"),
            Picklist("TimeZoneSidKey", "Time Zone", 40, "GMT"),
            Int("FiscalYearStartMonth", "Fiscal Year Starts In"),
            Checkbox("UsesStartDateAsFiscalYearName", "Fiscal Year Name by Start"),
            Picklist("OrganizationType", "Edition", 40, "Developer Edition"),
            Text("NamespacePrefix", "Namespace Prefix", 15),
            Text("InstanceName", "Instance Name", 5),
            Checkbox("IsSandbox", "Is Sandbox"),
            DateTime("TrialExpirationDate", "Trial Expiration Date"),
            Text("DefaultCurrencyIsoCode", "Default Currency ISO Code", 3),
        ];
        var traits = new SObjectTraits("Organization", "00D", "Organization", "Organizations").WrittenByTheOrg();
        return new SObjectDefinition(traits,
            [Id("Organization ID"), .. fields.Select(field => field.ReadOnly() with { Permissionable = false }), .. Audit()]);
    }
}
