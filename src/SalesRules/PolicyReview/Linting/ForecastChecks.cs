using System.Globalization;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.PolicyReview.Linting;

/// <summary>Forecast settings that reward a missing score, or that the org's numbers cannot meet.</summary>
internal static class ForecastChecks
{
    public static void Check(LintedPolicy linted)
    {
        Unscored(linted, linted.Policy.Forecast);
        foreach (var (category, band) in linted.Policy.Forecast.Bands.Where(pair => linted.Policy.Forecast.CorrectProbability && !pair.Value.Contains(decimal.Truncate(pair.Value.To))))
            linted.Warn("lint.band-without-whole-percent", $"forecast.probability-bands.{category.Name()}", "no whole per cent lies at the upper end of this band, and correct-probability writes whole per cents: what it writes would be outside the band; widen the band");
        Weights(linted, linted.Policy.Portfolio.CategoryWeights);
    }

    private static void Unscored(LintedPolicy linted, ForecastPolicy forecast)
    {
        if (forecast.UnscoredCeiling <= ForecastCategory.Pipeline)
            return;
        var ceiling = forecast.UnscoredCeiling.Name();
        if (forecast.BelowCeiling == BelowCeilingMode.Follow)
            linted.Warn("lint.follow-without-evidence", "forecast.unscored-ceiling", $"with below-ceiling: follow every deal that nobody scored is raised to {ceiling}; write Pipeline here, or below-ceiling: cap");
        else if (forecast.UnscoredCeiling > ForecastCategory.BestCase)
            linted.Warn("lint.unscored-stands-higher", "forecast.unscored-ceiling", $"a deal that nobody scored may stand in {ceiling}, and the same deal with a score under 8 may not: scoring would only ever lower it; write Pipeline or Best Case");
    }

    private static void Weights(LintedPolicy linted, IReadOnlyDictionary<ForecastCategory, decimal> weights)
    {
        foreach (var (lower, higher) in weights.Keys.Order().Zip(weights.Keys.Order().Skip(1)).Where(pair => weights[pair.First] > weights[pair.Second]))
            linted.Warn("lint.weights-out-of-order", $"portfolio.category-weights.{higher.Name()}", string.Create(CultureInfo.InvariantCulture, $"{higher.Name()} weighs {weights[higher]} and the lower category {lower.Name()} {weights[lower]}: the weighted forecast would fall when a deal gets better; give the higher category the higher weight"));
    }
}
