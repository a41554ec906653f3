namespace SalesRules.Snapshots;

/// <summary>The MEDDPICC letters: metrics, economic buyer, decision criteria and process, paper process, pain, champion, competition.</summary>
public sealed partial record Opportunity
{
    [Field("Metrics_Baseline__c", SalesforceFieldType.Text, Label = "Metrics: Baseline")]
    public string? MetricsBaseline { get; init; }

    [Field("Metrics_Target__c", SalesforceFieldType.Text, Label = "Metrics: Target")]
    public string? MetricsTarget { get; init; }

    [Field("Metrics_Success_Criterion__c", SalesforceFieldType.Text, Label = "Metrics: Success Criterion")]
    public string? MetricsSuccessCriterion { get; init; }

    [Field("Economic_Buyer__c", SalesforceFieldType.Lookup)]
    public SalesforceId? EconomicBuyer { get; init; }

    [Field("Economic_Buyer_Level__c", SalesforceFieldType.Picklist)]
    public string? EconomicBuyerLevel { get; init; }

    [Field("Economic_Buyer_Met_On__c", SalesforceFieldType.Date)]
    public DateOnly? EconomicBuyerMetOn { get; init; }

    [Field("Decision_Criteria__c", SalesforceFieldType.LongText)]
    public string? DecisionCriteria { get; init; }

    /// <summary>Of ten criteria.</summary>
    [Field("Decision_Scorecard_Wins__c", SalesforceFieldType.Number, Least = 0, Most = 10)]
    public decimal? DecisionScorecardWins { get; init; }

    [Field("Decision_Process__c", SalesforceFieldType.LongText)]
    public string? DecisionProcess { get; init; }

    [Field("Decision_Expected_On__c", SalesforceFieldType.Date)]
    public DateOnly? DecisionExpectedOn { get; init; }

    [Field("Paper_Process__c", SalesforceFieldType.LongText)]
    public string? PaperProcess { get; init; }

    [Field("MSA_Sent_On__c", SalesforceFieldType.Date)]
    public DateOnly? MsaSentOn { get; init; }

    [Field("Legal_Status__c", SalesforceFieldType.Picklist)]
    public string? LegalStatus { get; init; }

    [Field("Signature_Expected_On__c", SalesforceFieldType.Date)]
    public DateOnly? SignatureExpectedOn { get; init; }

    [Field("Procurement_Owner__c", SalesforceFieldType.Lookup)]
    public SalesforceId? ProcurementOwner { get; init; }

    [Field("Pain__c", SalesforceFieldType.LongText)]
    public string? Pain { get; init; }

    /// <summary>0 to 10.</summary>
    [Field("Pain_Score__c", SalesforceFieldType.Number, Least = 0, Most = 10)]
    public decimal? PainScore { get; init; }

    [Field("Champion__c", SalesforceFieldType.Lookup)]
    public SalesforceId? Champion { get; init; }

    [Field("Champion_Confirmed_On__c", SalesforceFieldType.Date)]
    public DateOnly? ChampionConfirmedOn { get; init; }

    [Field("Competition__c", SalesforceFieldType.Text)]
    public string? Competition { get; init; }

    [Field("Budget__c", SalesforceFieldType.Currency, Least = 0)]
    public decimal? Budget { get; init; }
}
