using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Forecast;

/// <summary>A correction of the category and, where the policy says so, of the probability that goes with it.</summary>
internal static class CategoryCorrections
{
    private static readonly OpportunityField Category = OpportunityFields.Get("ForecastCategoryName");
    private static readonly OpportunityField Probability = OpportunityFields.Get("Probability");

    /// <summary>The fields that it writes.</summary>
    public static IReadOnlyList<string> Fields(Policy policy) =>
        policy.Forecast.CorrectProbability ? ["ForecastCategoryName", "Probability"] : ["ForecastCategoryName"];

    public static IReadOnlyList<FieldChange> From(Deal deal, ForecastCategory from, ForecastCategory to, string rule)
    {
        if (from == to)
            return [];
        var category = new FieldChange(deal.NameOf(Category), FieldValue.Of(from.Name()), FieldValue.Of(to.Name()), rule);
        if (!deal.Policy.Forecast.CorrectProbability || deal.Opportunity.Probability is not { } probability)
            return [category];
        var nearest = deal.Policy.Forecast.Bands[to].Nearest(probability);
        return nearest == probability
            ? [category]
            : [category, new FieldChange(deal.NameOf(Probability), FieldValue.Of(probability), FieldValue.Of(nearest), rule)];
    }
}
