namespace SalesRules.Sandbox.Schema;

/// <summary>
/// One value of the opportunity stage list, as Setup and the object OpportunityStage know it. The name is API name and label
/// in one, the probability is in percent, the category is the label (Best Case); its enum value follows from it.
/// </summary>
public sealed record StageDefinition(
    string Name, int DefaultProbability, string ForecastCategoryName, bool IsClosed = false, bool IsWon = false, bool IsActive = true);
