namespace SalesRules.Sandbox.Generation.Records;

/// <summary>The fields of a deal that OpportunityHistory keeps.</summary>
internal sealed record ForecastState(string Stage, decimal Amount, int Probability, DateOnly CloseDate, string Category)
{
    public decimal ExpectedRevenue => Math.Round(Amount * Probability / 100m, 2);

    /// <summary>The value of ForecastCategory for the label in ForecastCategoryName.</summary>
    public string CategoryValue => Schema.ForecastCategory.ValueOf(Category);
}
