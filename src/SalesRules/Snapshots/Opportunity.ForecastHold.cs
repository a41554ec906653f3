namespace SalesRules.Snapshots;

/// <summary>A manager's override of the forecast ceiling (catalogue section 15).</summary>
public sealed partial record Opportunity
{
    /// <summary>The category held; null: no override.</summary>
    [Field("Forecast_Hold__c", SalesforceFieldType.Picklist)]
    public string? ForecastHold { get; init; }

    [Field("Forecast_Hold_Set_On__c", SalesforceFieldType.Date)]
    public DateOnly? ForecastHoldSetOn { get; init; }

    [Field("Forecast_Hold_Until__c", SalesforceFieldType.Date)]
    public DateOnly? ForecastHoldUntil { get; init; }

    [Field("Forecast_Hold_Reason__c", SalesforceFieldType.Text)]
    public string? ForecastHoldReason { get; init; }

    [Field("Forecast_Hold_By__c", SalesforceFieldType.Lookup)]
    public SalesforceId? ForecastHoldBy { get; init; }
}
