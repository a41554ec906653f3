using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>What tasks and events share. Custom fields for both are deployed on Activity.</summary>
internal static class ActivityFields
{
    /// <summary>Who and what the activity is about, and its subject.</summary>
    public static IEnumerable<SObjectField> About(string children) =>
    [
        Polymorphic("WhoId", "Name ID", "Who", children, "Contact", "Lead") with { SearchPrefilterable = true, Permissionable = false },
        Polymorphic("WhatId", "Related To ID", "What", children, "Account", "Opportunity")
            with { SearchPrefilterable = true, CascadeDelete = true, Permissionable = false },
        Text("Subject", "Subject", FieldType.Combobox, 255) with
        {
            NameField = true, Permissionable = false,
            PicklistValues = [.. ((string[])["Call", "Send Letter", "Send Quote", "Other"]).Select(value => new PicklistValue(value, value))],
        },
    ];

    /// <summary>The account the activity rolls up to: of the opportunity or contact it is about.</summary>
    public static SObjectField Account(string children) =>
        Lookup("AccountId", "Account ID", "Account", "Account", children).ReadOnly() with { Permissionable = false };
}
