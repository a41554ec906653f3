using SalesRules.Decisions;
using SalesRules.Rules.Forecast;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Forecast;

public class ReviewedCategoryNeedsScoreRuleTests
{
    [TestCase("Best Case")]
    [TestCase("Most Likely")]
    [TestCase("Commit")]
    public void A_reviewed_category_with_one_pillar_unscored_is_high(string category) =>
        Assert.That(ADeal.InStage("Discovery").Scored(2, 2, 2, 2, null).Forecast(category).Ask<ReviewedCategoryNeedsScoreRule>(), Says.A(Severity.High));

    [TestCase("Best Case")]
    [TestCase("Commit")]
    public void A_fully_scored_deal_is_reviewable_however_low_its_score(string category) =>
        Assert.That(ADeal.InStage("Discovery").Scored(0, 0, 0, 0, 0).Forecast(category).Ask<ReviewedCategoryNeedsScoreRule>(), Says.Nothing);

    [TestCase("Omitted")]
    [TestCase("Pipeline")]
    [TestCase("Closed")]
    public void Other_categories_need_no_score(string category) =>
        Assert.That(ADeal.InStage("Discovery").Forecast(category).Ask<ReviewedCategoryNeedsScoreRule>(), Says.Nothing);

    [Test]
    public void An_invalid_score_counts_as_unscored()
    {
        var deal = ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast("Commit").With(it => it with { Maps = PillarScore.From(1.5m) });
        Assert.That(deal.Finding<ReviewedCategoryNeedsScoreRule>().Message, Does.EndWith("scored; Maps is not scored."));
    }

    [Test]
    public void The_finding_names_the_pillars_and_asks_the_owner_to_score_them()
    {
        var finding = ADeal.InStage("Discovery").Scored(2, null, 2, null, null).Forecast("Best Case").Finding<ReviewedCategoryNeedsScoreRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                finding.Message,
                Is.EqualTo("No score, no review: Best Case needs all five MIQL pillars scored; Maps, Quantify and Leadership are not scored."));
            Assert.That(finding.Evidence.Select(evidence => evidence.Field), Is.EqualTo(["MIQL_Maps__c", "MIQL_Quantify__c", "MIQL_Leadership__c"]));
            Assert.That(finding.Tasks, Is.EqualTo([new TaskPart("", "Score the deal in MIQL before the review: Maps, Quantify and Leadership")]));
        }
    }

    [Test]
    public void On_a_renewal_it_names_the_cost_of_switching_and_says_what_is_inherited()
    {
        var finding = ADeal.Renewal.Scored(2, 1, 2, null, 1).Forecast("Commit")
            .Knowing(context => context with { InheritedPillars = new HashSet<Pillar> { Pillar.Outcome, Pillar.Maps } }).Finding<ReviewedCategoryNeedsScoreRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                finding.Message,
                Is.EqualTo("No score, no review: Commit needs all five MIQL pillars scored; Cost of switching is not scored; Outcome and Maps are inherited from the sale and have to be set anew by the CSM."));
            Assert.That(
                finding.Evidence.Select(seen => $"{seen.Field} {seen.Value} needs {seen.Needs}"),
                Is.EqualTo([
                    "MIQL_Outcome__c 2 needs a score set anew by the CSM: this one is inherited from the sale",
                    "MIQL_Maps__c 1 needs a score set anew by the CSM: this one is inherited from the sale",
                    "MIQL_Quantify__c  needs 0, 1 or 2",
                ]));
            Assert.That(finding.Tasks.Single().Subject, Does.EndWith(": Outcome, Maps and Cost of switching"));
        }
    }

    [Test]
    public void A_closed_deal_is_not_reviewed() =>
        Assert.That(ADeal.InStage("Closed Won").Forecast("Commit").Ask<ReviewedCategoryNeedsScoreRule>(), Says.Nothing);

    [Test]
    public void Without_a_category_it_cannot_be_told() =>
        Assert.That(ADeal.InStage("Discovery").Forecast(null).Ask<ReviewedCategoryNeedsScoreRule>(), Says.Unknown);

    [Test]
    public void Inherited_scores_count_as_unscored()
    {
        var deal = ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast("Commit")
            .Knowing(context => context with { InheritedPillars = new HashSet<Pillar> { Pillar.Leadership } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Ask<ReviewedCategoryNeedsScoreRule>(), Says.A(Severity.High));
            Assert.That(deal.Decide().Forecast.Ceiling, Is.EqualTo(ForecastCategory.Pipeline));
        }
    }
}
