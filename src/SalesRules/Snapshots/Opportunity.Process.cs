namespace SalesRules.Snapshots;

/// <summary>Segment, next step, mutual action plan, stage and desk decisions, hand-off and renewal.</summary>
public sealed partial record Opportunity
{
    [Field("Segment__c", SalesforceFieldType.Picklist)]
    public string? Segment { get; init; }

    [Field("Next_Step_Date__c", SalesforceFieldType.Date)]
    public DateOnly? NextStepDate { get; init; }

    [Field("Next_Step_Owner__c", SalesforceFieldType.Lookup)]
    public SalesforceId? NextStepOwner { get; init; }

    [Field("Mutual_Action_Plan__c", SalesforceFieldType.Url)]
    public string? MutualActionPlan { get; init; }

    [Field("Mutual_Action_Plan_Criterion__c", SalesforceFieldType.Text, Label = "MAP Success Criterion")]
    public string? MutualActionPlanCriterion { get; init; }

    [Field("Mutual_Action_Plan_Next_Due__c", SalesforceFieldType.Date, Label = "MAP Next Due")]
    public DateOnly? MutualActionPlanNextDue { get; init; }

    [Field("Stage_Change_Reason__c", SalesforceFieldType.Text)]
    public string? StageChangeReason { get; init; }

    [Field("Close_Date_Reviewed_On__c", SalesforceFieldType.Date)]
    public DateOnly? CloseDateReviewedOn { get; init; }

    [Field("Blocker__c", SalesforceFieldType.Picklist)]
    public string? Blocker { get; init; }

    [Field("Desk_Decision__c", SalesforceFieldType.Picklist, Label = "Deal Desk Decision")]
    public string? DeskDecision { get; init; }

    [Field("Desk_Decision_By__c", SalesforceFieldType.Lookup, Label = "Deal Desk Decision By")]
    public SalesforceId? DeskDecisionBy { get; init; }

    [Field("Desk_Decision_On__c", SalesforceFieldType.Date, Label = "Deal Desk Decision On")]
    public DateOnly? DeskDecisionOn { get; init; }

    /// <summary>Values separated by semicolons.</summary>
    [Field("Close_Checklist__c", SalesforceFieldType.MultiPicklist)]
    public string? CloseChecklist { get; init; }

    [Field("Kickoff_On__c", SalesforceFieldType.Date)]
    public DateOnly? KickoffOn { get; init; }

    [Field("Renewal_Of__c", SalesforceFieldType.Lookup)]
    public SalesforceId? RenewalOf { get; init; }

    [Field("CSM_View__c", SalesforceFieldType.Picklist)]
    public string? CsmView { get; init; }

    [Field("Switching_Cost_Validated_On__c", SalesforceFieldType.Date)]
    public DateOnly? SwitchingCostValidatedOn { get; init; }

    [Field("Performance_File__c", SalesforceFieldType.Url)]
    public string? PerformanceFile { get; init; }
}
