namespace SalesRules.Policies;

/// <summary>What happens to a deal that left a stage before its exit checklist was complete.</summary>
public enum ExitMode
{
    /// <summary>It is flagged.</summary>
    Flag,

    /// <summary>It goes back to the stage that it left.</summary>
    Return,
}

/// <summary>The settings of catalogue section 7.</summary>
public sealed record StageRulesPolicy
{
    public ExitMode Exit { get; init; } = ExitMode.Flag;

    /// <summary>What has to be filled before a deal leaves a stage of the type; defaults from B 12.3, stages 1 to 4.</summary>
    public IReadOnlyDictionary<StageType, IReadOnlyList<ChecklistItem>> ExitChecklists { get; init; } = new Dictionary<StageType, IReadOnlyList<ChecklistItem>>
    {
        [StageType.Qualification] =
        [
            new("Deal snapshot: customer context", ["AccountId"]),
            new("Deal snapshot: why now", ["Pain__c"]),
            new("Deal snapshot: decision path", ["Decision_Expected_On__c"]),
        ],
        [StageType.Discovery] =
        [
            new("Discovery notes: problem and impact", ["Pain__c", "Pain_Score__c"]),
            new("Stakeholders and decision process", ["Champion__c", "Decision_Process__c"]),
            new("Mutual action plan with a measurable criterion", ["Mutual_Action_Plan__c", "Mutual_Action_Plan_Criterion__c"]),
            new("Next meeting scheduled", ["NextStep", "Next_Step_Date__c"]),
        ],
        [StageType.Solution] =
        [
            new("Proposal: scope tied to the decision criteria", ["Decision_Criteria__c", "Metrics_Success_Criterion__c"]),
            new("Pricing", ["Amount"]),
            new("Open questions with owner and date", ["NextStep", "Next_Step_Owner__c", "Next_Step_Date__c"]),
        ],
        [StageType.Commercial] =
        [
            new("Redlines have a status", ["Legal_Status__c"]),
            new("Unresolved items have a decision owner", ["Desk_Decision__c", "Desk_Decision_By__c"]),
            new("Procurement requirements confirmed", ["Procurement_Owner__c", "Paper_Process__c"]),
        ],
    };

    /// <summary>Days in a stage that are too many, where history gives no percentile.</summary>
    public IReadOnlyDictionary<StageType, int> AgingDays { get; init; } = new Dictionary<StageType, int>
    {
        [StageType.Qualification] = 30,
        [StageType.Discovery] = 30,
        [StageType.TechnicalValidation] = 30,
        [StageType.Solution] = 30,
        [StageType.Pov] = 60,
        [StageType.Commercial] = 30,
        [StageType.Commitment] = 21,
    };

    /// <summary>Fewer completed stays in a stage and segment give no percentile.</summary>
    public int AgingLeastStays { get; init; } = 20;

    /// <summary>Stays count that ended within so many months.</summary>
    public int AgingMonths { get; init; } = 12;

    /// <summary>So many times the median of a stage is long (high).</summary>
    public decimal LongMedians { get; init; } = 3;

    /// <summary>A deal of which nothing has moved for so many days is stalled.</summary>
    public int NoProgressDays { get; init; } = 30;

    /// <summary>The close date is to be reconfirmed within so many days after entry to pov, commercial or commitment (B 4.5).</summary>
    public int CloseDateReviewDays { get; init; } = 7;
}
