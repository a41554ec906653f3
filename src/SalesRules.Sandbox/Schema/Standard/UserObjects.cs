using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Users and what places them: role and profile. Users are deactivated, never deleted.</summary>
internal static class UserObjects
{
    public static SObjectDefinition DefineUser() => new(
        new SObjectTraits("User", "005", "User", "Users")
        {
            Deletable = false,
            Undeletable = false,
            RecordTypes = [],
            SupportedScopes = [("everything", "All users"), ("mine", "My users")],
        },
        [
            Id("User ID"),
            Text("Username", "Username", 80).Required() with { Unique = true, IdLookup = true },
            Text("LastName", "Last Name", 80).Required() with { CompoundFieldName = "Name" },
            Text("FirstName", "First Name", 40) with { CompoundFieldName = "Name", Permissionable = false },
            Name("Full Name", 121).ReadOnly() with { CompoundFieldName = "Name", ExtraTypeInfo = "personname", IdLookup = false },
            Text("Title", "Title", 80),
            Text("Department", "Department", 80),
            Text("Email", "Email", FieldType.Email, 128).Required(),
            Text("Alias", "Alias", 8).Required() with { DefaultedOnCreate = true },
            Picklist("TimeZoneSidKey", "Time Zone", 40, "GMT").Required() with { DefaultedOnCreate = true },
            Picklist("LocaleSidKey", "Locale", 40, "en_US").Required() with { DefaultedOnCreate = true },
            Picklist("LanguageLocaleKey", "Language", 40, "en_US").Required() with { DefaultedOnCreate = true },
            Checkbox("IsActive", "Active", defaultValue: true),
            Lookup("UserRoleId", "Role ID", "UserRole", "UserRole", "Users") with { Permissionable = false },
            Lookup("ProfileId", "Profile ID", "Profile", "Profile", "Users").Required() with { DefaultedOnCreate = true },
            Picklist("UserType", "User Type", 40, "Standard", "CsnOnly", "AutomatedProcess").System() with { RestrictedPicklist = true },
            Checkbox("ForecastEnabled", "Allow Forecasting"),
            Lookup("ManagerId", "Manager ID", "User", "Manager", "ManagedUsers"),
            DateTime("LastLoginDate", "Last Login").ReadOnly(),
            .. Audit(),
            .. Viewed(),
        ]);

    public static SObjectDefinition DefineUserRole() => new(
        new SObjectTraits("UserRole", "00E", "Role", "Role").InSetup(),
        [
            Id("Role ID"),
            Name("Name", 80),
            Lookup("ParentRoleId", "Parent Role ID", "UserRole", null, null),
            Text("DeveloperName", "Developer Name", 80),
            Text("RollupDescription", "Description", 80),
            .. Audit().Where(field => field.Name is "LastModifiedDate" or "LastModifiedById" or "SystemModstamp"),
        ]);

    public static SObjectDefinition DefineProfile() => new(
        new SObjectTraits("Profile", "00e", "Profile", "Profile").InSetup() with { Createable = false },
        [
            Id("Profile ID"),
            Name("Name", 255),
            Picklist("UserType", "User Type", 40, "Standard").ReadOnly() with { RestrictedPicklist = true },
            Text("Description", "Description", 255),
            .. Audit(),
        ]);
}
