using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>The two histories of an opportunity: snapshots of the forecast fields, and single changes of tracked fields.</summary>
internal static class OpportunityHistoryObjects
{
    /// <summary>OpportunityHistory: one row with the state after each change of amount, probability, stage or close date.</summary>
    public static SObjectDefinition DefineHistory() => Rows(
        new SObjectTraits("OpportunityHistory", "008", "Opportunity History", "Opportunity History"),
        "Opportunity History ID",
        [
            Opportunity("OpportunityHistories"),
            CreatedBy(),
            CreatedDate(),
            Picklist("StageName", "To Stage", 255),
            Currency("Amount", "Amount"),
            Currency("ExpectedRevenue", "Expected Revenue"),
            Date("CloseDate", "Close Date"),
            Number("Probability", "Probability (%)", FieldType.Percent, 3, 0),
            Picklist("ForecastCategory", "To ForecastCategory", 40)
                with { RestrictedPicklist = true, PicklistValues = ForecastCategory.Values },
            Currency("PrevAmount", "Previous Amount"),
            Date("PrevCloseDate", "Previous Close Date"),
            DateTime("SystemModstamp", "System Modstamp") with { Nillable = false, DefaultedOnCreate = true },
            IsDeleted(),
        ]);

    /// <summary>OpportunityFieldHistory: one row for each change of a tracked field. It has no SystemModstamp.</summary>
    public static SObjectDefinition DefineFieldHistory() => Rows(
        new SObjectTraits("OpportunityFieldHistory", "017", "Opportunity Field History", "Opportunity Field History"),
        "Opportunity Field History ID",
        [
            IsDeleted(),
            Opportunity("Histories"),
            CreatedBy(),
            CreatedDate(),
            Picklist("Field", "Changed Field", 255) with { RestrictedPicklist = true, Nillable = false },
            Picklist("DataType", "Datatype", 40) with { RestrictedPicklist = true },
            AnyValue("OldValue", "Old Value"),
            AnyValue("NewValue", "New Value"),
        ]);

    private static SObjectDefinition Rows(SObjectTraits traits, string idLabel, IEnumerable<SObjectField> fields) => new(
        traits.WrittenByTheOrg(),
        [Id(idLabel), .. fields.Select(field => field.ReadOnly() with { Permissionable = false })]);

    private static SObjectField Opportunity(string children) =>
        Lookup("OpportunityId", "Opportunity ID", "Opportunity", "Opportunity", children) with { Nillable = false, CascadeDelete = true };

    private static SObjectField CreatedBy() =>
        Lookup("CreatedById", "Created By ID", "User", "CreatedBy", null) with { Nillable = false, DefaultedOnCreate = true };

    private static SObjectField CreatedDate() =>
        DateTime("CreatedDate", "Created Date") with { Nillable = false, DefaultedOnCreate = true };

    private static SObjectField AnyValue(string name, string label) => new()
    {
        Name = name,
        Label = label,
        Type = FieldType.AnyType,
        Length = 255,
        Filterable = false,
        Sortable = false,
        Groupable = false,
        Aggregatable = false,
    };
}
