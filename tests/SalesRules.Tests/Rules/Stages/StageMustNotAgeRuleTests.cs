using SalesRules.Decisions;
using SalesRules.Portfolio;
using SalesRules.Rules.Stages;

namespace SalesRules.Tests.Rules.Stages;

public class StageMustNotAgeRuleTests
{
    private static readonly StageAging TwentyDays = new([new StageAge("Discovery", "midmarket", Percentile75Days: 20, MedianDays: 10, Stays: 40)]);

    private static ADeal InDiscoveryFor(int days) => ADeal.InStage("Discovery").With(it => it with { LastStageChangeDate = ADeal.Noon(ADeal.Today.AddDays(-days)) });

    [TestCase(20, null)]
    [TestCase(21, Severity.Medium)]
    [TestCase(30, Severity.Medium)]
    [TestCase(31, Severity.High)]
    public void Longer_than_three_in_four_stays_is_medium_and_beyond_three_medians_high(int days, Severity? expected) =>
        Assert.That(InDiscoveryFor(days).Knowing(it => it with { Aging = TwentyDays }).Ask<StageMustNotAgeRule>().Finding?.Severity, Is.EqualTo(expected));

    [TestCase(30, null)]
    [TestCase(31, Severity.Medium)]
    public void Without_enough_stays_the_policys_days_count(int days, Severity? expected) =>
        Assert.That(InDiscoveryFor(days).Ask<StageMustNotAgeRule>().Finding?.Severity, Is.EqualTo(expected));

    [Test]
    public void Each_segment_has_its_own_stays() =>
        Assert.That(InDiscoveryFor(25).With(it => it with { Segment = "Commercial" }).Knowing(it => it with { Aging = TwentyDays }).Ask<StageMustNotAgeRule>(), Says.Nothing);

    [Test]
    public void Without_history_or_a_day_of_entry_nobody_knows()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(InDiscoveryFor(90).Knowing(it => it with { Aging = null }).Ask<StageMustNotAgeRule>(), Says.Unknown);
            Assert.That(ADeal.InStage("Discovery").Ask<StageMustNotAgeRule>(), Says.Unknown);
        }
    }

    [Test]
    public void The_sentence_says_since_when_and_not_how_long() =>
        Assert.That(
            InDiscoveryFor(25).Knowing(it => it with { Aging = TwentyDays }).Finding<StageMustNotAgeRule>().Message,
            Is.EqualTo("In Discovery since 2026-02-05: longer than three in four stays there lasted."));
}
