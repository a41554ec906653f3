namespace SalesRules.Snapshots;

/// <summary>The five pillars with their evidence, and who scored them when.</summary>
public sealed partial record Opportunity
{
    /// <summary>The score of one pillar.</summary>
    public PillarScore Score(Pillar pillar) => pillar switch
    {
        Pillar.Outcome => Outcome,
        Pillar.Maps => Maps,
        Pillar.Insight => Insight,
        Pillar.Quantify => Quantify,
        _ => Leadership,
    };

    /// <summary>Whether a pillar holds something that is no score.</summary>
    public bool HasInvalidScore => Outcome.IsInvalid || Maps.IsInvalid || Insight.IsInvalid || Quantify.IsInvalid || Leadership.IsInvalid;

    /// <summary>The evidence noted for one pillar; null when there is none.</summary>
    public string? Evidence(Pillar pillar) => pillar switch
    {
        Pillar.Outcome => OutcomeEvidence,
        Pillar.Maps => MapsEvidence,
        Pillar.Insight => InsightEvidence,
        Pillar.Quantify => QuantifyEvidence,
        _ => LeadershipEvidence,
    };

    [Field("MIQL_Outcome__c", SalesforceFieldType.Number, Access = FieldAccess.Corrected)]
    public PillarScore Outcome { get; init; }

    [Field("MIQL_Maps__c", SalesforceFieldType.Number, Access = FieldAccess.Corrected)]
    public PillarScore Maps { get; init; }

    [Field("MIQL_Insight__c", SalesforceFieldType.Number, Access = FieldAccess.Corrected)]
    public PillarScore Insight { get; init; }

    [Field("MIQL_Quantify__c", SalesforceFieldType.Number)]
    public PillarScore Quantify { get; init; }

    [Field("MIQL_Leadership__c", SalesforceFieldType.Number, Access = FieldAccess.Corrected)]
    public PillarScore Leadership { get; init; }

    [Field("MIQL_Outcome_Evidence__c", SalesforceFieldType.Text)]
    public string? OutcomeEvidence { get; init; }

    [Field("MIQL_Maps_Evidence__c", SalesforceFieldType.Text)]
    public string? MapsEvidence { get; init; }

    [Field("MIQL_Insight_Evidence__c", SalesforceFieldType.Text)]
    public string? InsightEvidence { get; init; }

    [Field("MIQL_Quantify_Evidence__c", SalesforceFieldType.Text)]
    public string? QuantifyEvidence { get; init; }

    [Field("MIQL_Leadership_Evidence__c", SalesforceFieldType.Text)]
    public string? LeadershipEvidence { get; init; }

    [Field("MIQL_Scored_On__c", SalesforceFieldType.Date)]
    public DateOnly? ScoredOn { get; init; }

    [Field("MIQL_Scored_By__c", SalesforceFieldType.Lookup)]
    public SalesforceId? ScoredBy { get; init; }

    [Field("MIQL_Audit_Url__c", SalesforceFieldType.Url, Label = "MIQL Audit")]
    public string? AuditUrl { get; init; }
}
