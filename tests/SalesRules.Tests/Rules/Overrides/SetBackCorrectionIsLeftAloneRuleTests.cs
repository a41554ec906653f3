using SalesRules.Rules;
using SalesRules.Rules.Overrides;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Overrides;

public class SetBackCorrectionIsLeftAloneRuleTests
{
    private static readonly ContestedField Category = new("ForecastCategoryName", FieldValue.Of("Best Case"), 3, ADeal.Stranger);

    private static ADeal AboveCeiling => ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Commit");

    [Test]
    public void Nothing_is_contested_as_long_as_nobody_sets_it_back() =>
        Assert.That(AboveCeiling.Ask<SetBackCorrectionIsLeftAloneRule>(), Says.Nothing);

    [Test]
    public void A_contested_field_is_left_alone_its_finding_stays_and_the_actor_is_named()
    {
        var decision = Contested(Category).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Changes, Is.Empty);
            Assert.That(decision.Forecast.Proposed, Is.EqualTo(ForecastCategory.Commit));
            Assert.That(decision.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "forecast.above-ceiling", "override.tug-of-war" }));
            Assert.That(decision.Findings[1].Message, Is.EqualTo(
                $"ForecastCategoryName was corrected to Best Case 3 times and set back each time, last by {ADeal.Stranger}; it is left alone until a score changes. Settle it with them, or let a manager hold the category."));
        }
    }

    [Test]
    public void Another_correction_of_the_same_field_is_made() =>
        Assert.That(Contested(Category with { To = FieldValue.Of("Pipeline") }).Decide().Changes, Has.Count.EqualTo(1));

    [Test]
    public void A_field_that_holds_our_value_is_contested_no_more() =>
        Assert.That(Contested(Category).Forecast("Best Case").Ask<SetBackCorrectionIsLeftAloneRule>(), Says.Nothing);

    [Test]
    public void An_actor_that_nobody_knows_is_not_named() =>
        Assert.That(Contested(Category with { By = null }).Decide().Findings[1].Message, Does.Contain("set back each time; it is left alone"));

    private static ADeal Contested(ContestedField field) => AboveCeiling.Knowing(context => context with { Contested = [field] });
}
