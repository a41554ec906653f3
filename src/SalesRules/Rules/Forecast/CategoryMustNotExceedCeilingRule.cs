using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Overrides;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Forecast;

/// <summary>
/// The forecast category is not higher than the evidence allows; else it is corrected to the ceiling, unless a manager's hold
/// keeps it. Source: M "Forecast categories follow the score, not the gut".
/// </summary>
public sealed class CategoryMustNotExceedCeilingRule : IRule
{
    public string Id => "forecast.above-ceiling";

    public string Condition => "the category is above the ceiling: Commit from a total of 8 with Outcome 2 and Leadership 2 on, Best Case from 6 on, else Pipeline; {forecast.unscored-ceiling} where a pillar is unscored";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public IReadOnlyList<string> Settings { get; } =
    [
        "forecast.unscored-ceiling", "forecast.correct-probability", "forecast.probability-bands", "overrides.maximum-days",
        "overrides.roles", "overrides.tug-of-war-rounds",
    ];

    public IReadOnlyList<string> Needs => Pillars.ScoreFields;

    // By the type a renewal is known, where Quantify is called otherwise.
    public IReadOnlyList<string> Reads { get; } = [.. ForecastHold.Fields, "Type"];

    public IReadOnlyList<string> Corrects(Policy policy) => CategoryCorrections.Fields(policy);

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Category is not { } category)
            return RuleOutcome.NotRun;
        if (category <= deal.Ceiling)
            return RuleOutcome.Clear;
        return new Finding(Id, Severity.High, deal) { Changes = CategoryCorrections.From(deal, category, Allowed(deal, category), Id) };
    }

    public Explanation Explain(Deal deal)
    {
        var category = deal.Category!.Value;
        var missing = CategoryConditions.Missing(deal, category);
        var reasons = category == ForecastCategory.Closed ? "an open deal is never Closed" : string.Join("; ", missing.Select(condition => condition.Words));
        return new Explanation
        {
            Message = $"{category.Name()} is above what the evidence allows, {deal.Ceiling.Name()}: {reasons}.",
            Evidence = category == ForecastCategory.Closed
                ? [deal.Saw("ForecastCategoryName", FieldValue.Of(deal.Ceiling.Name()))]
                : [.. missing.Select(condition => condition.Evidence)],
            Fix = ScoreFix.For(deal, ForecastCeiling.Reaching(category)),
        };
    }

    private static ForecastCategory Allowed(Deal deal, ForecastCategory category)
    {
        if (deal.Hold.Keeps(category))
            return category;
        return deal.Hold.Category is { } held && deal.Hold.Keeps(held) && held > deal.Ceiling ? held : deal.Ceiling;
    }
}
