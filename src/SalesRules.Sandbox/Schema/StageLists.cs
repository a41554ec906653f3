namespace SalesRules.Sandbox.Schema;

/// <summary>The stage lists an org can start with.</summary>
public static class StageLists
{
    /// <summary>The stages that the service's default policy maps.</summary>
    public static IReadOnlyList<StageDefinition> Policy { get; } =
    [
        new("Qualification", 10, "Pipeline"),
        new("Discovery", 20, "Pipeline"),
        new("Technical Deep-Dive", 40, "Pipeline"),
        new("POV", 60, "Best Case"),
        new("Proposal", 75, "Best Case"),
        new("Negotiation", 90, "Commit"),
        new("Closed Won", 100, "Closed", IsClosed: true, IsWon: true),
        new("Closed Lost", 0, "Omitted", IsClosed: true),
    ];

    /// <summary>The stages of an org that nobody has customised yet.</summary>
    public static IReadOnlyList<StageDefinition> Salesforce { get; } =
    [
        new("Prospecting", 10, "Pipeline"),
        new("Qualification", 10, "Pipeline"),
        new("Needs Analysis", 20, "Pipeline"),
        new("Value Proposition", 50, "Pipeline"),
        new("Id. Decision Makers", 60, "Pipeline"),
        new("Perception Analysis", 70, "Pipeline"),
        new("Proposal/Price Quote", 75, "Pipeline"),
        new("Negotiation/Review", 90, "Pipeline"),
        new("Closed Won", 100, "Closed", IsClosed: true, IsWon: true),
        new("Closed Lost", 0, "Omitted", IsClosed: true),
    ];
}
