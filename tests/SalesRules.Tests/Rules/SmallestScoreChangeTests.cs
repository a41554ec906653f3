using SalesRules.Decisions;
using SalesRules.Rules.Forecast;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules;

/// <summary>The fix that a finding names is the smallest there is: proved for every combination by trying all raises.</summary>
public class SmallestScoreChangeTests
{
    private static readonly string[] Names = ["MIQL_Outcome__c", "MIQL_Maps__c", "MIQL_Insight__c", "MIQL_Quantify__c", "MIQL_Leadership__c"];

    // Every way to raise five pillars: what to add to each (an unscored one starts at 0 points and has to be scored).
    private static readonly int[][] Raises =
        [.. from o in new[] { 0, 1, 2 } from m in new[] { 0, 1, 2 } from i in new[] { 0, 1, 2 } from q in new[] { 0, 1, 2 } from l in new[] { 0, 1, 2 } select new[] { o, m, i, q, l }];

    [TestCase("Best Case")]
    [TestCase("Most Likely")]
    [TestCase("Commit")]
    public void Above_ceiling_names_the_smallest_change_that_keeps_the_category(string category)
    {
        var place = Array.IndexOf(CatalogueOracle.Categories, category);
        foreach (var scores in AllScores.Combinations)
        {
            var finding = ADeal.InStage("Discovery").Scored(scores).Forecast(category).Ask<CategoryMustNotExceedCeilingRule>().Finding;

            Assert.That(InWords(finding), Is.EqualTo(Smallest(scores, it => Array.IndexOf(CatalogueOracle.Categories, CatalogueOracle.Ceiling(it)) >= place)), AllScores.InWords(scores));
        }
    }

    [Test]
    public void Above_an_unscored_ceiling_of_Omitted_Pipeline_only_needs_its_scores()
    {
        foreach (var scores in AllScores.Combinations)
        {
            var finding = ADeal.InStage("Discovery").Scored(scores).Forecast("Pipeline")
                .Under(policy => policy with { Forecast = policy.Forecast with { UnscoredCeiling = ForecastCategory.Omitted } })
                .Ask<CategoryMustNotExceedCeilingRule>().Finding;

            Assert.That(InWords(finding), Is.EqualTo(Smallest(scores, it => !it.Contains(null))), AllScores.InWords(scores));
        }
    }

    [Test]
    public void A_deferred_gate_names_the_smallest_change_that_clears_it()
    {
        foreach (var scores in AllScores.Combinations)
        {
            var finding = ADeal.InStage("Solution").Scored(scores).Ask<DeferredPovMustWaitRule>().Finding;

            Assert.That(InWords(finding), Is.EqualTo(Smallest(scores, it => CatalogueOracle.Gate(it).State != "Deferred")), AllScores.InWords(scores));
        }
    }

    [Test]
    public void An_approval_with_conditions_names_the_smallest_change_to_a_full_one()
    {
        foreach (var scores in AllScores.Combinations.Where(scores => CatalogueOracle.Gate(scores).State == "Approved with conditions"))
        {
            var finding = ADeal.InStage("Solution").Scored(scores).Ask<ConditionalPovHasConditionsRule>().Finding;

            Assert.That(InWords(finding), Is.EqualTo(Smallest(scores, it => CatalogueOracle.Gate(it).State == "Approved")), AllScores.InWords(scores));
        }
    }

    /// <summary>Fewest points, then fewest pillars, then the pillars that come first in O, M, I, Q, L, then the higher raise of the first.</summary>
    private static string Smallest(int?[] scores, Func<int?[], bool> reached)
    {
        if (reached(scores))
            return "";
        return Raises
            .Where(raise => raise.Zip(scores).All(pair => (pair.Second ?? 0) + pair.First <= 2))
            .Select(raise => (Raise: raise, After: raise.Select((points, index) => (int?)((scores[index] ?? 0) + points)).ToArray()))
            .Where(it => reached(it.After))
            .Select(it => (it.Raise, Changed: Enumerable.Range(0, 5).Where(index => scores[index] != it.After[index]).ToArray(), it.After))
            .OrderBy(it => it.Raise.Sum())
            .ThenBy(it => it.Changed.Length)
            .ThenBy(it => string.Concat(it.Changed), StringComparer.Ordinal)
            .ThenByDescending(it => string.Concat(it.Raise), StringComparer.Ordinal)
            .Select(it => string.Join(", ", it.Changed.Select(index => $"{Names[index]} to {it.After[index]}")))
            .First();
    }

    private static string InWords(Finding? finding) => string.Join(", ", finding?.Fix.Select(fix => $"{fix.Field} to {fix.To}") ?? []);
}
