using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Forecast;

/// <summary>The conditions of a category that a deal misses, as evidence and as words.</summary>
internal static class CategoryConditions
{
    private const string TotalField = "MIQL_Total__c";

    public static IReadOnlyList<(Evidence Evidence, string Words)> Missing(Deal deal, ForecastCategory category)
    {
        var missing = new List<(Evidence, string)>();
        var toCommit = category is ForecastCategory.Commit or ForecastCategory.MostLikely;
        foreach (var pillar in Pillars.All)
        {
            var needsTwo = toCommit && pillar is Pillar.Outcome or Pillar.Leadership;
            if (deal.Scores[pillar] is null)
                missing.Add((UnscoredPillars.Saw(deal, pillar, needsTwo ? FieldValue.Of(2m) : FieldValue.Of("0, 1 or 2")), Unscored(deal, pillar)));
            else if (needsTwo && deal.Scores[pillar] < 2)
                missing.Add((deal.Saw(OpportunityFields.ScoreOf(pillar), FieldValue.Of(2m)), $"{pillar.Label(deal.Motion)} is {deal.Scores[pillar]}, {category.Name()} needs 2"));
        }

        var needed = toCommit ? ForecastCeiling.CommitTotal : ForecastCeiling.BestCaseTotal;
        if (category >= ForecastCategory.BestCase && deal.Scores.Total is { } total && total < needed)
            missing.Add((new Evidence(TotalField, FieldValue.Of((decimal)total), FieldValue.Of((decimal)needed)), $"the total is {total}, {category.Name()} needs {needed}"));
        return missing;
    }

    private static string Unscored(Deal deal, Pillar pillar) =>
        $"{pillar.Label(deal.Motion)} is {(UnscoredPillars.IsInherited(deal, pillar) ? "inherited from the sale and counts as unscored until the CSM sets it anew" : "unscored")}";
}
