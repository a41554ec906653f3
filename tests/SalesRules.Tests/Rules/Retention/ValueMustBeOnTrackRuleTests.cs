using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Retention;
using SalesRules.Snapshots;

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

    [TestCase(90, 100, Severity.Low)]
    [TestCase(91, 100, null)]
    [TestCase(99, 109, Severity.Low)]
    [TestCase(99, 108, null)]
    [TestCase(100, 100, null)]
    [TestCase(99, 99, null)]
    [TestCase(100, 120, null)]
    [TestCase(105, 95, null)]
    public void A_fall_from_the_target_or_above_to_below_it_is_a_reversed_trend(decimal last, decimal before, Severity? expected) =>
        Assert.That(Deal(last, before).Ask<ValueMustBeOnTrackRule>().Finding?.Severity, Is.EqualTo(expected));

    [TestCase(95, 105, "at risk: its trend has reversed, from 105 % of its target to 95 %", "Value_Last_Period__c 95 needs 100, Value_Period_Before__c 105 needs ")]
    [TestCase(85, 95, "at risk: it reached 85 % of its target in the last period", "Value_Last_Period__c 85 needs 90")]
    [TestCase(95, 85, "at risk: it reached 85 % of its target in the period before the last", "Value_Period_Before__c 85 needs 90")]
    [TestCase(80, 85, "off track: it reached 85 % of its target, then 80 %", "Value_Last_Period__c 80 needs 90, Value_Period_Before__c 85 needs 90")]
    [TestCase(80, 100, "at risk: it reached 80 % of its target in the last period and its trend has reversed, from 100 % of its target to 80 %", "Value_Last_Period__c 80 needs 100, Value_Period_Before__c 100 needs ")]
    public void It_says_what_falls_short_and_shows_only_that(decimal last, decimal before, string says, string evidence)
    {
        var finding = Deal(last, before).Finding<ValueMustBeOnTrackRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo($"The agreed outcome is {says}."));
            Assert.That(string.Join(", ", finding.Evidence.Select(seen => $"{seen.Field} {seen.Value} needs {seen.Needs}")), Is.EqualTo(evidence));
        }
    }

    [Test]
    public void Stalled_adoption_is_what_is_shown_where_the_metric_is_met()
    {
        var finding = Deal(110, 105).With(it => it with { AdoptionStalled = true }).Finding<ValueMustBeOnTrackRule>();

        Assert.That(finding.Message, Is.EqualTo("The agreed outcome is off track: adoption has stalled."));
        Assert.That(finding.Evidence.Single(), Is.EqualTo(new Evidence("Adoption_Stalled__c", FieldValue.Of(true), FieldValue.Of(false))));
    }

    [Test]
    public void Stalled_adoption_is_off_track_whatever_the_metric_says() =>
        Assert.That(Deal(null, 120).With(it => it with { AdoptionStalled = true }).Ask<ValueMustBeOnTrackRule>(), Says.A(Severity.Medium));

    [Test]
    public void One_period_alone_says_nothing() => Assert.That(Deal(120, null).Ask<ValueMustBeOnTrackRule>(), Says.Unknown);

    private static ADeal Deal(decimal? last, decimal? before) =>
        ADeal.InStage("Discovery").With(it => it with { Type = "Renewal", ValueLastPeriod = last, ValuePeriodBefore = before });
}
