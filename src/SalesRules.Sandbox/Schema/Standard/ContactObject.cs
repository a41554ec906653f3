using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Contact. Its Name is put together from first and last name and cannot be written.</summary>
internal static class ContactObject
{
    public static SObjectDefinition Define() => new(
        new SObjectTraits("Contact", "003", "Contact", "Contacts")
        {
            Mergeable = true,
            SupportedScopes = [("everything", "All contacts"), ("mine", "My contacts"), ("team", "My team's contacts")],
        },
        [
            Id("Contact ID"),
            IsDeleted(),
            Lookup("MasterRecordId", "Master Record ID", "Contact", "MasterRecord", null).ReadOnly() with { Permissionable = false },
            Lookup("AccountId", "Account ID", "Account", "Account", "Contacts") with { CascadeDelete = true, SearchPrefilterable = true },
            .. PersonName(),
            Text("Phone", "Business Phone", FieldType.Phone, 40),
            Text("MobilePhone", "Mobile Phone", FieldType.Phone, 40),
            Lookup("ReportsToId", "Reports To ID", "Contact", "ReportsTo", null) with { SearchPrefilterable = true },
            Text("Email", "Email", FieldType.Email, 80) with { IdLookup = true },
            Text("Title", "Title", 128),
            Text("Department", "Department", 80),
            Picklist("LeadSource", "Lead Source", 255, "Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"),
            LongText("Description", "Contact Description", 32000),
            Owner(),
            .. Audit(),
            Date("LastActivityDate", "Last Activity").ReadOnly() with { Permissionable = false },
            .. Viewed(),
        ]);

    /// <summary>The parts of a person's name and the compound that names the record.</summary>
    internal static IEnumerable<SObjectField> PersonName()
    {
        SObjectField[] parts =
        [
            Text("LastName", "Last Name", 80) with { Nillable = false, Permissionable = false },
            Text("FirstName", "First Name", 40) with { Permissionable = false },
            Picklist("Salutation", "Salutation", 40, "Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "Mx.") with { Permissionable = false },
            Name("Full Name", 121).ReadOnly() with { ExtraTypeInfo = "personname", IdLookup = false },
        ];
        return parts.Select(part => part with { CompoundFieldName = "Name" });
    }
}
