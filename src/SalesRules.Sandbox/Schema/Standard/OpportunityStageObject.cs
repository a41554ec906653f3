using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>OpportunityStage: what each stage means. Readable by everyone, changed only in Setup.</summary>
internal static class OpportunityStageObject
{
    public static SObjectDefinition Define()
    {
        SObjectField[] fields =
        [
            Text("MasterLabel", "Master Label", 255) with { NameField = true, Nillable = false },
            Text("ApiName", "API Name", 255) with { Nillable = false },
            Checkbox("IsActive", "Is Active"),
            Int("SortOrder", "Sort Order"),
            Checkbox("IsClosed", "Closed"),
            Checkbox("IsWon", "Won"),
            Picklist("ForecastCategory", "Forecast Category", 40) with { RestrictedPicklist = true, PicklistValues = ForecastCategory.Values },
            Picklist("ForecastCategoryName", "Forecast Category Name", 255)
                with { RestrictedPicklist = true, PicklistValues = ForecastCategory.Names },
            Number("DefaultProbability", "Probability (%)", FieldType.Percent, 3, 0),
            Text("Description", "Description", 255),
        ];
        var traits = new SObjectTraits("OpportunityStage", "01J", "Opportunity Stage", "Opportunity Stage").WrittenByTheOrg();
        return new SObjectDefinition(
            traits with { SupportedScopes = [("everything", "All opportunity stages")] },
            [Id("Opportunity Stage ID"), .. fields.Select(field => field.ReadOnly() with { Permissionable = false }), .. Audit()]);
    }
}
