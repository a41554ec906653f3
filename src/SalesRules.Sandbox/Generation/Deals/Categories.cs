namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>Forecast categories as ForecastCategoryName spells them.</summary>
internal static class Categories
{
    public const string Omitted = "Omitted";
    public const string Pipeline = "Pipeline";
    public const string BestCase = "Best Case";
    public const string Commit = "Commit";
    public const string Closed = "Closed";
}
