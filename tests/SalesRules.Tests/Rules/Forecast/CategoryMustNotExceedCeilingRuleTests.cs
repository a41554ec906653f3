using SalesRules.Decisions;
using SalesRules.Rules.Forecast;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Forecast;

public class CategoryMustNotExceedCeilingRuleTests
{
    private static ADeal AboveCeiling => ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Commit");

    [Test]
    public void Commit_with_Leadership_1_is_corrected_to_Best_Case()
    {
        var finding = AboveCeiling.Finding<CategoryMustNotExceedCeilingRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.High));
            Assert.That(finding.Message, Is.EqualTo("Commit is above what the evidence allows, Best Case: Leadership is 1, Commit needs 2."));
            Assert.That(finding.Evidence, Is.EqualTo([new Evidence("MIQL_Leadership__c", FieldValue.Of(1m), FieldValue.Of(2m))]));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("MIQL_Leadership__c", FieldValue.Of(2m))]));
            Assert.That(
                finding.Changes,
                Is.EqualTo([new FieldChange("ForecastCategoryName", FieldValue.Of("Commit"), FieldValue.Of("Best Case"), "forecast.above-ceiling")]));
        }
    }

    [Test]
    public void Each_missing_condition_is_named()
    {
        var finding = ADeal.InStage("Discovery").Scored(1, 0, 1, 2, 0).Forecast("Commit").Finding<CategoryMustNotExceedCeilingRule>();
        Assert.That(
            finding.Message,
            Is.EqualTo("Commit is above what the evidence allows, Pipeline: Outcome is 1, Commit needs 2; Leadership is 0, Commit needs 2; the total is 4, Commit needs 8."));
    }

    [Test]
    public void An_unscored_pillar_is_named_as_such_and_never_as_zero()
    {
        var finding = ADeal.InStage("Discovery").Scored(2, 2, 2, 2, null).Forecast("Best Case").Finding<CategoryMustNotExceedCeilingRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Best Case is above what the evidence allows, Pipeline: Leadership is unscored."));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("MIQL_Leadership__c", FieldValue.Of(0m))]));
        }
    }

    [TestCase(5, "Best Case", true)]
    [TestCase(6, "Best Case", false)]
    [TestCase(7, "Best Case", false)]
    [TestCase(7, "Most Likely", true)]
    [TestCase(8, "Most Likely", false)]
    [TestCase(7, "Commit", true)]
    [TestCase(8, "Commit", false)]
    public void Limits_of_the_total_with_both_floors_met(int total, string category, bool found)
    {
        var rest = total - 4;
        var deal = ADeal.InStage("Discovery").Scored(2, Math.Min(2, rest), Math.Clamp(rest - 2, 0, 2), 0, 2).Forecast(category);
        Assert.That(deal.Ask<CategoryMustNotExceedCeilingRule>().Finding, found ? Is.Not.Null : Is.Null);
    }

    [Test]
    public void An_open_deal_in_Closed_goes_to_its_ceiling_and_no_score_would_keep_it()
    {
        var finding = ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast("Closed").Finding<CategoryMustNotExceedCeilingRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Does.EndWith("Commit: an open deal is never Closed."));
            Assert.That(finding.Fix, Is.Empty);
            Assert.That(finding.Changes.Single().To, Is.EqualTo(FieldValue.Of("Commit")));
        }
    }

    [Test]
    public void The_unscored_ceiling_is_the_policys()
    {
        var deal = ADeal.InStage("Discovery").Forecast("Commit")
            .Under(policy => policy with { Forecast = policy.Forecast with { UnscoredCeiling = ForecastCategory.BestCase } });
        Assert.That(deal.Finding<CategoryMustNotExceedCeilingRule>().Changes.Single().To, Is.EqualTo(FieldValue.Of("Best Case")));
    }

    [Test]
    public void The_probability_stays_as_it_is_by_default() =>
        Assert.That(AboveCeiling.Finding<CategoryMustNotExceedCeilingRule>().Changes, Has.Count.EqualTo(1));

    [TestCase(90, 70, TestName = "The_probability_follows_to_the_nearest_of_the_new_band_when_the_policy_says_so")]
    [TestCase(71, 70)]
    [TestCase(20, 30)]
    public void The_probability_follows_when_the_policy_says_so(int probability, int nearest)
    {
        var deal = ADeal.InStage("Discovery").Scored(1, 1, 1, 1, 1).Forecast("Commit").With(it => it with { Probability = probability })
            .Under(policy => policy with { Forecast = policy.Forecast with { CorrectProbability = true } });
        Assert.That(
            deal.Finding<CategoryMustNotExceedCeilingRule>().Changes[1],
            Is.EqualTo(new FieldChange("Probability", FieldValue.Of((decimal)probability), FieldValue.Of((decimal)nearest), "forecast.above-ceiling")));
    }

    [TestCase(70)]
    [TestCase(30)]
    [TestCase(null)]
    public void A_probability_that_fits_already_or_is_empty_is_left_alone(int? probability)
    {
        var deal = ADeal.InStage("Discovery").Scored(1, 1, 1, 1, 1).Forecast("Commit").With(it => it with { Probability = probability })
            .Under(policy => policy with { Forecast = policy.Forecast with { CorrectProbability = true } });
        Assert.That(deal.Finding<CategoryMustNotExceedCeilingRule>().Changes, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_hold_keeps_the_category_and_the_finding_stays_visible()
    {
        var finding = Held("Commit").Finding<CategoryMustNotExceedCeilingRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.High));
            Assert.That(finding.Changes, Is.Empty);
        }
    }

    [TestCase("Most Likely", "Most Likely", TestName = "A_hold_below_the_category_is_where_it_goes")]
    [TestCase("Best Case", "Best Case")]
    [TestCase("Pipeline", "Best Case", TestName = "A_hold_below_the_ceiling_does_not_lower_the_deal_further")]
    public void A_hold_of_another_category(string held, string corrected) =>
        Assert.That(Held(held).Finding<CategoryMustNotExceedCeilingRule>().Changes.Single().To, Is.EqualTo(FieldValue.Of(corrected)));

    [Test]
    public void An_invalid_hold_keeps_nothing()
    {
        var deal = Held("Commit").With(it => it with { ForecastHoldReason = null });
        Assert.That(deal.Finding<CategoryMustNotExceedCeilingRule>().Changes, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_category_at_or_below_the_ceiling_is_fine() =>
        Assert.That(ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Best Case").Ask<CategoryMustNotExceedCeilingRule>(), Says.Nothing);

    [TestCase("Closed Won")]
    [TestCase("Closed Lost")]
    public void Closed_deals_are_not_corrected(string stage) =>
        Assert.That(ADeal.InStage(stage).Scored(0, 0, 0, 0, 0).Forecast("Commit").Ask<CategoryMustNotExceedCeilingRule>(), Says.Nothing);

    [TestCase(null)]
    [TestCase("Upside")]
    [TestCase("commit")]
    public void Without_a_known_category_it_cannot_be_told(string? category) =>
        Assert.That(ADeal.InStage("Discovery").Forecast(category).Ask<CategoryMustNotExceedCeilingRule>(), Says.Unknown);

    [TestCase("Technical Validation")]
    [TestCase("A stage of nobody")]
    public void The_ceiling_applies_in_every_stage_mapped_or_not(string stage) =>
        Assert.That(ADeal.InStage(stage).Scored(0, 0, 0, 0, 0).Forecast("Commit").Ask<CategoryMustNotExceedCeilingRule>(), Says.Something);

    [Test]
    public void The_ceiling_applies_to_renewals_too() =>
        Assert.That(AboveCeiling.With(it => it with { Type = "Renewal" }).Ask<CategoryMustNotExceedCeilingRule>(), Says.Something);

    [Test]
    public void Changes_and_fixes_name_the_orgs_own_fields()
    {
        var finding = AboveCeiling.Under(policy => policy with
        {
            Fields = new FieldMap(new Dictionary<string, string?> { ["MIQL_Leadership__c"] = "Sponsor__c" }),
        }).Finding<CategoryMustNotExceedCeilingRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Fix.Single().Field, Is.EqualTo("Sponsor__c"));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Sponsor__c"));
        }
    }

    private static ADeal Held(string category) => AboveCeiling.With(it => it with
    {
        ForecastHold = category,
        ForecastHoldBy = ADeal.Manager,
        ForecastHoldReason = "The board has signed",
        ForecastHoldSetOn = ADeal.Today,
        ForecastHoldUntil = ADeal.Today.AddDays(7),
    });
}
