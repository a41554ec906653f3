using System.Globalization;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Forecast;

/// <summary>
/// The probability lies in the category's band. A mismatch that our own correction made is not held against the deal.
/// Source: P "Commit Categories" (the percentages); catalogue section 2.
/// </summary>
public sealed class ProbabilityMustFitCategoryRule : IRule
{
    // Said in the source's words, not as 0 to 29.999999.
    private static readonly ProbabilityBand UnderThirty = new ForecastPolicy().Bands[ForecastCategory.Omitted];

    public string Id => "forecast.probability-mismatch";

    public string Condition => "the probability lies outside the category's band, and not because a correction of ours changed the category";

    public bool CountsForRisk => false;

    public string Weighs => "low";

    public IReadOnlyList<string> Settings { get; } = ["forecast.probability-bands"];

    public IReadOnlyList<string> Reads { get; } = ["Probability"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Category is not { } category || deal.Opportunity.Probability is not { } probability)
            return RuleOutcome.NotRun;
        var fits = deal.Policy.Forecast.Bands[category].Contains(probability) || MadeByOurCorrection(deal, category, probability);
        return fits ? RuleOutcome.Clear : new Finding(Id, Severity.Low, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var category = deal.Category!.Value;
        var probability = deal.Opportunity.Probability!.Value;
        var band = deal.Policy.Forecast.Bands[category];
        var words = band == UnderThirty ? "under 30 %" : string.Create(CultureInfo.InvariantCulture, $"{band.From} to {band.To} %");
        return new Explanation
        {
            Message = string.Create(CultureInfo.InvariantCulture, $"A probability of {probability} % does not fit {category.Name()}, which means {words}."),
            Evidence = [deal.Saw("Probability", FieldValue.Of(words))],
            Fix = [new Fix(deal.NameOf("Probability"), FieldValue.Of(band.Nearest(probability)))],
        };
    }

    private static bool MadeByOurCorrection(Deal deal, ForecastCategory category, decimal probability) =>
        deal.Context.LastCorrection is { } ours && ours.To == category && (ours.Probability is null || ours.Probability == probability);
}
