using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules;

/// <summary>Every combination of scores in every category, against the catalogue's tables written a second time.</summary>
public class EveryCombinationTests
{
    [Test]
    public void The_oracle_counts_what_combinatorics_says()
    {
        var ceilings = AllScores.Combinations.CountBy(CatalogueOracle.Ceiling).ToDictionary();
        var states = AllScores.Combinations.CountBy(scores => CatalogueOracle.Gate(scores).State).ToDictionary();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(AllScores.Combinations, Has.Count.EqualTo(1024));
            Assert.That(ceilings, Is.EquivalentTo(new Dictionary<string, int> { ["Commit"] = 10, ["Best Case"] = 86, ["Pipeline"] = 928 }));
            Assert.That(states, Is.EquivalentTo(new Dictionary<string, int> { ["Approved"] = 10, ["Approved with conditions"] = 10, ["Deferred"] = 1004 }));
        }
    }

    [TestCaseSource(typeof(CatalogueOracle), nameof(CatalogueOracle.Categories))]
    public void Ceiling_and_forecast_findings_follow_the_table(string category)
    {
        foreach (var scores in AllScores.Combinations)
        {
            var decision = ADeal.InStage("Discovery").Scored(scores).Forecast(category).Decide();
            var ceiling = CatalogueOracle.Ceiling(scores);
            var distance = Array.IndexOf(CatalogueOracle.Categories, category) - Array.IndexOf(CatalogueOracle.Categories, ceiling);
            var expected = new List<string>();
            if (scores.Contains(null) && category is "Best Case" or "Most Likely" or "Commit")
                expected.Add("forecast.score-required high");
            if (distance > 0)
                expected.Add("forecast.above-ceiling high");
            if (distance < 0 && category != "Omitted")
                expected.Add("forecast.below-ceiling info");

            using (Assert.EnterMultipleScope())
            {
                var words = AllScores.InWords(scores);
                Assert.That(decision.Forecast.Ceiling, Is.EqualTo(ForecastCategories.Parse(ceiling)), words);
                Assert.That(decision.Findings.Select(finding => $"{finding.Rule} {finding.Severity.Name()}"), Is.EqualTo(expected), words);
                Assert.That(decision.Changes.Select(change => $"{change.Field} {change.To}"), Is.EqualTo(distance > 0 ? [$"ForecastCategoryName {ceiling}"] : Array.Empty<string>()), words);
            }
        }
    }

    [Test]
    public void Gate_state_path_and_what_is_missed_follow_the_table()
    {
        foreach (var scores in AllScores.Combinations)
        {
            var pov = ADeal.InStage("Technical Validation").Scored(scores).Forecast("Omitted").Decide().Pov!;
            var expected = CatalogueOracle.Gate(scores);

            using (Assert.EnterMultipleScope())
            {
                Assert.That((pov.State, pov.Path), Is.EqualTo((expected.State, expected.Path)), AllScores.InWords(scores));
                Assert.That(pov.Missed, Is.EqualTo(expected.Missed), AllScores.InWords(scores));
            }
        }
    }

    [Test]
    public void In_pov_a_deferred_deal_goes_back_and_any_other_gets_its_approval()
    {
        foreach (var scores in AllScores.Combinations)
        {
            var decision = ADeal.InStage("POV").Scored(scores).Forecast("Omitted").Decide();
            var deferred = CatalogueOracle.Gate(scores).State == "Deferred";

            using (Assert.EnterMultipleScope())
            {
                Assert.That(decision.Pov!.OnRecord, Is.EqualTo(!deferred), AllScores.InWords(scores));
                Assert.That(decision.Changes.Select(change => change.Rule), Is.EqualTo(deferred ? ["pov.stage-without-approval"] : Array.Empty<string>()));
            }
        }
    }

    [Test]
    public void Lowest_pillars_are_the_unscored_ones_else_those_at_the_minimum_else_none()
    {
        string[] names = ["Outcome", "Maps", "Insight", "Quantify", "Leadership"];
        foreach (var scores in AllScores.Combinations)
        {
            int?[] wanted = scores.Contains(null) ? [null] : scores.Contains(0) ? [0] : scores.Contains(1) ? [1] : [];
            var expected = names.Where((_, index) => wanted.Contains(scores[index]));

            var lowest = ADeal.InStage("Discovery").Scored(scores).Decide().Miql.Lowest;

            Assert.That(lowest.Select(pillar => pillar.ToString()), Is.EqualTo(expected), AllScores.InWords(scores));
        }
    }
}
