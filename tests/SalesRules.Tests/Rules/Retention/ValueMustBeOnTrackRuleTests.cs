using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Retention;

namespace SalesRules.Tests.Rules.Retention;

public class ValueMustBeOnTrackRuleTests
{
    [TestCase(90, 90, null)]
    [TestCase(89, 90, Severity.Low)]
    [TestCase(90, 89, Severity.Low)]
    [TestCase(89, 89, Severity.Medium)]
    public void Within_ten_per_cent_twice_is_on_track_missed_once_at_risk_missed_twice_off_track(decimal last, decimal before, Severity? expected) =>
        Assert.That(Deal(last, before).Ask<ValueMustBeOnTrackRule>().Finding?.Severity, Is.EqualTo(expected));

    [TestCase(80, 80, null)]
    [TestCase(79, 80, Severity.Low)]
    [TestCase(79, 79, Severity.Medium)]
    public void What_is_on_target_is_the_policys(decimal last, decimal before, Severity? expected) =>
        Assert.That(
            Deal(last, before).Under(policy => policy with { Retention = new RetentionPolicy { OnTargetPercent = 80 } }).Ask<ValueMustBeOnTrackRule>().Finding?.Severity,
            Is.EqualTo(expected));

    [Test]
    public void Stalled_adoption_is_off_track_whatever_the_metric_says() =>
        Assert.That(Deal(null, 120).With(it => it with { AdoptionStalled = true }).Ask<ValueMustBeOnTrackRule>(), Says.A(Severity.Medium));

    [Test]
    public void One_period_alone_says_nothing() => Assert.That(Deal(120, null).Ask<ValueMustBeOnTrackRule>(), Says.Unknown);

    private static ADeal Deal(decimal? last, decimal? before) =>
        ADeal.InStage("Discovery").With(it => it with { Type = "Renewal", ValueLastPeriod = last, ValuePeriodBefore = before });
}
