namespace SalesRules.Snapshots;

/// <summary>The proof of value: asked for, planned, staffed.</summary>
public sealed partial record Opportunity
{
    [Field("POV_Requested_On__c", SalesforceFieldType.Date)]
    public DateOnly? PovRequestedOn { get; init; }

    [Field("POV_Start__c", SalesforceFieldType.Date)]
    public DateOnly? PovStart { get; init; }

    [Field("POV_End__c", SalesforceFieldType.Date)]
    public DateOnly? PovEnd { get; init; }

    [Field("POV_SE__c", SalesforceFieldType.Lookup)]
    public SalesforceId? PovSe { get; init; }
}
