namespace SalesRules.Policies;

/// <summary>The settings of the closing week, of proposals and of hand-offs at close (catalogue sections 5 and 8; B 7.5, 9.4, 9.5, 12.3).</summary>
public sealed record ClosingPolicy
{
    /// <summary>The closing week begins so many days before the close date.</summary>
    public int WeekDays { get; init; } = 7;

    /// <summary>In Commit, an item that is overdue is high from so many days before the close date.</summary>
    public int CommitHighDays { get; init; } = 2;

    /// <summary>What is to be done by when: B 9.5's list up to the close day.</summary>
    public IReadOnlyList<ClosingItem> Checklist { get; init; } =
    [
        new("Scope matches the agreed requirements", 5),
        new("Stakeholders and review owners confirmed", 5),
        new("Signature method and destination confirmed", 5),
        new("Pricing and term assumptions validated", 3),
        new("Agreement and exhibits consistent", 3),
        new("Security questionnaires completed", 3),
        new("Final packet reviewed with no open questions", 2),
        new("Kickoff date and prerequisites confirmed", 2),
        new("Final packet sent with cover note", 1),
        new("Review unblock call scheduled", 1),
        new("Signature workflow and signatories confirmed", 0),
        new("Order form and agreement versions match", 0),
    ];

    /// <summary>The values of Legal_Status__c in which a question of the customer's lawyers is open.</summary>
    public IReadOnlySet<string> LegalQuestion { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Redlines" };

    /// <summary>A legal question is answered within so many business days (B 9.4).</summary>
    public int LegalReplyDays { get; init; } = 2;

    /// <summary>The values of Desk_Decision__c by which a proposal may go on.</summary>
    public IReadOnlySet<string> DeskApprovals { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Approve", "Approve with edits" };

    /// <summary>The hand-off's exit checklist at close won (B 12.3, stage 5).</summary>
    public IReadOnlyList<ChecklistItem> Handoff { get; init; } =
    [
        new("Final scope and success criteria", ["Metrics_Success_Criterion__c"]),
        new("Stakeholder list", ["Champion__c", "Economic_Buyer__c"]),
        new("Kickoff meeting scheduled", ["Kickoff_On__c"]),
        new("Customer dependencies and documents linked", ["Mutual_Action_Plan__c"]),
    ];

    /// <summary>Hand-offs are asked for so many days after the close.</summary>
    public int HandoffDays { get; init; } = 30;

    /// <summary>The kickoff has a date within so many business days after the close (B 9.5 "Day +2").</summary>
    public int KickoffDays { get; init; } = 2;
}
