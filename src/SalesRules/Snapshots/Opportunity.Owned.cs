namespace SalesRules.Snapshots;

/// <summary>What the service itself wrote on the record.</summary>
public sealed partial record Opportunity
{
    [Field("SalesRules_Ceiling__c", SalesforceFieldType.Picklist, Access = FieldAccess.Owned)]
    public string? WrittenCeiling { get; init; }

    [Field("SalesRules_POV_Gate__c", SalesforceFieldType.Picklist, Access = FieldAccess.Owned)]
    public string? WrittenPovGate { get; init; }

    [Field("SalesRules_POV_Gate_Path__c", SalesforceFieldType.Picklist, Access = FieldAccess.Owned)]
    public string? WrittenPovGatePath { get; init; }

    /// <summary>When the approval on record was made; null: none.</summary>
    [Field("SalesRules_POV_Approved_On__c", SalesforceFieldType.DateTime, Access = FieldAccess.Owned)]
    public DateTimeOffset? PovApprovedOn { get; init; }

    [Field("SalesRules_Lowest_Pillar__c", SalesforceFieldType.Text, Access = FieldAccess.Owned)]
    public string? WrittenLowestPillar { get; init; }

    [Field("SalesRules_Risk__c", SalesforceFieldType.Picklist, Access = FieldAccess.Owned)]
    public string? WrittenRisk { get; init; }

    [Field("SalesRules_Findings__c", SalesforceFieldType.LongText, Access = FieldAccess.Owned)]
    public string? WrittenFindings { get; init; }

    [Field("SalesRules_Reason__c", SalesforceFieldType.LongText, Access = FieldAccess.Owned)]
    public string? WrittenReason { get; init; }

    /// <summary>The id into the journal.</summary>
    [Field("SalesRules_Decision__c", SalesforceFieldType.Text, Access = FieldAccess.Owned)]
    public string? WrittenDecision { get; init; }

    [Field("SalesRules_Decided_At__c", SalesforceFieldType.DateTime, Access = FieldAccess.Owned)]
    public DateTimeOffset? WrittenDecidedAt { get; init; }
}
