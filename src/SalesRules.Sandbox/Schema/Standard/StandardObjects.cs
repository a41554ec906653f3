namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>The standard objects that the service, or a client signing in, asks for.</summary>
internal static class StandardObjects
{
    public static IEnumerable<SObjectDefinition> Define(IReadOnlyList<StageDefinition> stages) =>
    [
        AccountObject.Define(),
        CampaignObject.Define(),
        ContactObject.Define(),
        EventObject.Define(),
        GroupObject.Define(),
        LeadObject.Define(),
        OpportunityObject.Define(stages),
        OpportunityContactRoleObject.Define(),
        OpportunityHistoryObjects.DefineHistory(),
        OpportunityHistoryObjects.DefineFieldHistory(),
        OpportunityStageObject.Define(),
        OrganizationObject.Define(),
        PricebookObject.Define(),
        TaskObject.Define(),
        UserObjects.DefineUser(),
        UserObjects.DefineUserRole(),
        UserObjects.DefineProfile(),
        RecordTypeObject.Define(),
    ];
}
