using SalesRules.Decisions;
using SalesRules.Rules.Miql;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Miql;

public class PillarMustBeZeroOneOrTwoRuleTests
{
    [TestCase(null)]
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void Unscored_and_0_1_2_are_scores(int? points) =>
        Assert.That(ADeal.InStage("Discovery").Scored(points, points, points, points, points).Ask<PillarMustBeZeroOneOrTwoRule>(), Says.Nothing);

    [TestCase("3")]
    [TestCase("-1")]
    [TestCase("1.5")]
    [TestCase("0.1")]
    [TestCase("high")]
    public void Anything_else_is_invalid_and_shown_as_it_stands(string value)
    {
        var finding = ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).With(it => it with { Quantify = PillarScore.FromText(value) }).Finding<PillarMustBeZeroOneOrTwoRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("Quantify must be 0, 1 or 2 and counts as unscored until it is."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("MIQL_Quantify__c"));
            Assert.That(finding.Evidence.Single().Value.ToString(), Is.EqualTo(value));
        }
    }

    [Test]
    public void It_counts_as_unscored_and_is_neither_rounded_nor_clamped()
    {
        var decision = ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast("Pipeline").With(it => it with { Maps = PillarScore.From(3) }).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Miql.Maps, Is.Null);
            Assert.That(decision.Miql.Total, Is.Null);
            Assert.That(decision.Miql.Lowest, Is.EqualTo([Pillar.Maps]));
            Assert.That(decision.Forecast.Ceiling, Is.EqualTo(ForecastCategory.Pipeline));
        }
    }

    [Test]
    public void Several_are_named_in_the_order_of_the_pillars()
    {
        var deal = ADeal.InStage("Discovery").With(it => it with { Leadership = PillarScore.From(9), Outcome = PillarScore.From(9), Insight = PillarScore.From(9) });
        Assert.That(deal.Finding<PillarMustBeZeroOneOrTwoRule>().Message, Does.StartWith("Outcome, Insight and Leadership must be"));
    }

    [Test]
    public void Closed_deals_are_left_alone() =>
        Assert.That(ADeal.InStage("Closed Won").With(it => it with { Maps = PillarScore.From(3) }).Ask<PillarMustBeZeroOneOrTwoRule>(), Says.Nothing);
}
