namespace SalesRules.Snapshots;

/// <summary>The values of ForecastCategoryName in their order (catalogue section 1).</summary>
public enum ForecastCategory
{
    Omitted,
    Pipeline,
    BestCase,
    MostLikely,
    Commit,
    Closed,
}

/// <summary>The categories' names as Salesforce writes them.</summary>
public static class ForecastCategories
{
    private static readonly string[] Names = ["Omitted", "Pipeline", "Best Case", "Most Likely", "Commit", "Closed"];

    private static readonly string[] Values = ["Omitted", "Pipeline", "BestCase", "MostLikely", "Forecast", "Closed"];

    /// <summary>The name on the record: "Best Case", not "BestCase".</summary>
    public static string Name(this ForecastCategory category) => Names[(int)category];

    /// <summary>The category of that name, or null for a name that is none of the six.</summary>
    public static ForecastCategory? Parse(string? name)
    {
        var index = Array.IndexOf(Names, name);
        return index < 0 ? null : (ForecastCategory)index;
    }

    /// <summary>
    /// The category of a value of the read-only field ForecastCategory, in which Commit is Forecast and the others have no spaces;
    /// null for a value that is none of the six.
    /// </summary>
    public static ForecastCategory? ParseValue(string? value)
    {
        var index = Array.IndexOf(Values, value);
        return index < 0 ? null : (ForecastCategory)index;
    }

    public static IReadOnlyList<string> AllNames => Names;
}
