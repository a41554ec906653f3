namespace SalesRules.Sandbox.Schema;

/// <summary>The forecast categories: the read-only enum of ForecastCategory beside the label of ForecastCategoryName.</summary>
public static class ForecastCategory
{
    private static readonly (string Value, string Label)[] Pairs =
    [
        ("Omitted", "Omitted"), ("Pipeline", "Pipeline"), ("BestCase", "Best Case"), ("MostLikely", "Most Likely"),
        ("Forecast", "Commit"), ("Closed", "Closed"),
    ];

    /// <summary>The enum values in describe's order.</summary>
    public static IReadOnlyList<PicklistValue> Values { get; } =
        [.. Pairs.Select(pair => new PicklistValue(pair.Value, pair.Label))];

    /// <summary>The labels an org shows until an administrator switches Most Likely on.</summary>
    public static IReadOnlyList<PicklistValue> Names { get; } =
        [.. Pairs.Where(pair => pair.Value != "MostLikely").Select(pair => new PicklistValue(pair.Label, pair.Label))];

    /// <summary>Commit gives Forecast, Best Case gives BestCase. Throws for what is no category.</summary>
    public static string ValueOf(string name) => Pairs.First(pair => pair.Label == name).Value;
}
