namespace SalesRules.Snapshots;

/// <summary>
/// Inputs that no field of Salesforce's or of ours holds: an organisation that keeps them maps its own fields to them, of the opportunity
/// or of its account (Account.Usage_Change__c). What is not mapped is absent, and its rules do not run (catalogue sections 9 and 11).
/// </summary>
public sealed partial record Opportunity
{
    /// <summary>Pass or Fail, as for each gate of B 5.5; null: not looked at yet.</summary>
    [Field("Gate_Fit_And_Access", SalesforceFieldType.Picklist, IsMapped = true)]
    public string? GateFitAndAccess { get; init; }

    [Field("Gate_Problem_And_Impact", SalesforceFieldType.Picklist, IsMapped = true)]
    public string? GateProblemAndImpact { get; init; }

    [Field("Gate_Decision_Process", SalesforceFieldType.Picklist, IsMapped = true)]
    public string? GateDecisionProcess { get; init; }

    [Field("Gate_Timing_And_Priority", SalesforceFieldType.Picklist, IsMapped = true)]
    public string? GateTimingAndPriority { get; init; }

    [Field("Gate_Commercial_Fit", SalesforceFieldType.Picklist, IsMapped = true)]
    public string? GateCommercialFit { get; init; }

    [Field("Gate_Mutual_Next_Step", SalesforceFieldType.Picklist, IsMapped = true)]
    public string? GateMutualNextStep { get; init; }

    /// <summary>Why the deal is paused after a failed gate; null: it is not.</summary>
    [Field("Gate_Pause_Reason", SalesforceFieldType.Text, IsMapped = true)]
    public string? GatePauseReason { get; init; }

    /// <summary>0 to 3 (B 5.2), as the next two.</summary>
    [Field("Intent_Evaluation", SalesforceFieldType.Number, IsMapped = true, Least = 0, Most = 3)]
    public decimal? IntentEvaluation { get; init; }

    [Field("Intent_Timing", SalesforceFieldType.Number, IsMapped = true, Least = 0, Most = 3)]
    public decimal? IntentTiming { get; init; }

    [Field("Intent_Commitment", SalesforceFieldType.Number, IsMapped = true, Least = 0, Most = 3)]
    public decimal? IntentCommitment { get; init; }

    /// <summary>0 to 3 (B 5.3), as the next one.</summary>
    [Field("Budget_Clarity", SalesforceFieldType.Number, IsMapped = true, Least = 0, Most = 3)]
    public decimal? BudgetClarity { get; init; }

    [Field("Procurement_Friction", SalesforceFieldType.Number, IsMapped = true, Least = 0, Most = 3)]
    public decimal? ProcurementFriction { get; init; }

    /// <summary>0 to 2 (B 9.1), as the next three.</summary>
    [Field("Readiness_Urgency", SalesforceFieldType.Number, IsMapped = true, Least = 0, Most = 2)]
    public decimal? ReadinessUrgency { get; init; }

    [Field("Readiness_Authority_Path", SalesforceFieldType.Number, IsMapped = true, Least = 0, Most = 2)]
    public decimal? ReadinessAuthorityPath { get; init; }

    [Field("Readiness_Process_Clarity", SalesforceFieldType.Number, IsMapped = true, Least = 0, Most = 2)]
    public decimal? ReadinessProcessClarity { get; init; }

    [Field("Readiness_Friction_Visibility", SalesforceFieldType.Number, IsMapped = true, Least = 0, Most = 2)]
    public decimal? ReadinessFrictionVisibility { get; init; }

    /// <summary>Change of usage in the last week in per cent of the week before; -40: a drop of 40 %.</summary>
    [Field("Usage_Change_Last_Week", SalesforceFieldType.Percent, IsMapped = true)]
    public decimal? UsageChangeLastWeek { get; init; }

    /// <summary>The same for the week before the last.</summary>
    [Field("Usage_Change_Week_Before", SalesforceFieldType.Percent, IsMapped = true)]
    public decimal? UsageChangeWeekBefore { get; init; }

    /// <summary>When the next time-to-value milestone that is not reached was due.</summary>
    [Field("Value_Milestone_Due_On", SalesforceFieldType.Date, IsMapped = true)]
    public DateOnly? ValueMilestoneDueOn { get; init; }

    /// <summary>Change of the ticket volume in per cent.</summary>
    [Field("Tickets_Change", SalesforceFieldType.Percent, IsMapped = true)]
    public decimal? TicketsChange { get; init; }

    /// <summary>Change of the average resolution time in per cent.</summary>
    [Field("Resolution_Time_Change", SalesforceFieldType.Percent, IsMapped = true)]
    public decimal? ResolutionTimeChange { get; init; }

    /// <summary>How many of the last two onboarding steps are not done.</summary>
    [Field("Onboarding_Steps_Open", SalesforceFieldType.Number, IsMapped = true, Least = 0)]
    public decimal? OnboardingStepsOpen { get; init; }

    /// <summary>The outcome metric of the last period in per cent of its target.</summary>
    [Field("Value_Last_Period", SalesforceFieldType.Percent, IsMapped = true)]
    public decimal? ValueLastPeriod { get; init; }

    /// <summary>The same of the period before.</summary>
    [Field("Value_Period_Before", SalesforceFieldType.Percent, IsMapped = true)]
    public decimal? ValuePeriodBefore { get; init; }

    [Field("Adoption_Stalled", SalesforceFieldType.Checkbox, IsMapped = true)]
    public bool? AdoptionStalled { get; init; }
}
