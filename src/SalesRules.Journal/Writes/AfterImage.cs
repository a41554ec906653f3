namespace SalesRules.Journal.Writes;

/// <summary>What was found on the record after a write, of the fields that Salesforce derives from one another.</summary>
public sealed record AfterImage(string? StageName, string? ForecastCategoryName, decimal? Probability);
