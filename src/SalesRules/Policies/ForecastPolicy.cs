using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>Whether a category below its ceiling is only pointed out or raised.</summary>
public enum BelowCeilingMode
{
    /// <summary>A suggestion: the category is capped, never raised.</summary>
    Cap,

    /// <summary>The category follows the ceiling upwards too.</summary>
    Follow,
}

/// <summary>The settings of catalogue section 2. The conditions of Commit and Best Case are MIQL's own and no settings.</summary>
public sealed record ForecastPolicy
{
    /// <summary>The ceiling while a pillar is unscored or invalid.</summary>
    public ForecastCategory UnscoredCeiling { get; init; } = ForecastCategory.Pipeline;

    public BelowCeilingMode BelowCeiling { get; init; } = BelowCeilingMode.Cap;

    /// <summary>Whether a correction of the category also sets the nearest probability of the new category's band.</summary>
    public bool CorrectProbability { get; init; }

    /// <summary>The probabilities, in per cent and inclusive, that fit each category.</summary>
    public IReadOnlyDictionary<ForecastCategory, ProbabilityBand> Bands { get; init; } = new Dictionary<ForecastCategory, ProbabilityBand>
    {
        [ForecastCategory.Closed] = new(100, 100),
        [ForecastCategory.Commit] = new(90, 100),
        [ForecastCategory.MostLikely] = new(70, 100),
        [ForecastCategory.BestCase] = new(70, 100),
        [ForecastCategory.Pipeline] = new(30, 70),
        // "Under 30": the source gives no lower end and Salesforce's percent may hold decimals.
        [ForecastCategory.Omitted] = new(0, 29.999999m),
    };
}

/// <summary>An inclusive range of probabilities in per cent.</summary>
public readonly record struct ProbabilityBand(decimal From, decimal To)
{
    public bool Contains(decimal probability) => probability >= From && probability <= To;

    /// <summary>The whole per cent of the band that is nearest to a probability outside it; the probability itself inside.</summary>
    public decimal Nearest(decimal probability) => probability < From ? From : probability > To ? decimal.Truncate(To) : probability;
}
