using SalesRules.Decisions;
using SalesRules.Portfolio;
using SalesRules.Rules.Stages;
using SalesRules.Snapshots;

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
    public void On_the_day_it_says_days_percentile_median_stays_and_segment()
    {
        var finding = InDiscoveryFor(25).Knowing(it => it with { Aging = TwentyDays }).Finding<StageMustNotAgeRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("In Discovery for 25 days: three in four of 40 stays in segment midmarket took at most 20 (median 10)."));
            Assert.That(finding.Evidence, Has.Member(new Evidence("Days_In_Stage", FieldValue.Of(25), FieldValue.Of(20))));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["LastStageChangeDate", "Days_In_Stage", "Segment__c"]));
        }
    }

    [Test]
    public void Beyond_three_medians_it_says_so_too() => Assert.That(
        InDiscoveryFor(31).Knowing(it => it with { Aging = TwentyDays }).Finding<StageMustNotAgeRule>().Message,
        Does.EndWith("took at most 20 (median 10), and this is more than 3 times the median."));

    [Test]
    public void Deals_without_a_segment_are_a_group_of_their_own_and_name_none()
    {
        var aging = new StageAging([new StageAge("Discovery", null, Percentile75Days: 0, MedianDays: 0.5m, Stays: 20)]);
        var finding = InDiscoveryFor(1).With(it => it with { Segment = null }).Knowing(it => it with { Aging = aging }).Finding<StageMustNotAgeRule>();
        Assert.That(finding.Message, Is.EqualTo("In Discovery for 1 day: three in four of 20 stays took at most 0 (median 0.5)."));
    }

    [Test]
    public void The_policys_days_are_said_where_they_count()
    {
        var finding = InDiscoveryFor(31).Finding<StageMustNotAgeRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("In Discovery for 31 days: more than the policy's 30."));
            Assert.That(finding.Evidence, Has.Member(new Evidence("Days_In_Stage", FieldValue.Of(31), FieldValue.Of(30))));
        }
    }

    [Test]
    public void What_lasts_says_since_when_and_not_how_long() =>
        Assert.That(
            InDiscoveryFor(25).Knowing(it => it with { Aging = TwentyDays }).Finding<StageMustNotAgeRule>().Lasting.Message,
            Is.EqualTo("In Discovery since 2026-02-05: longer than three in four stays there lasted."));
}
