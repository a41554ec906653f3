using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Retention;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Retention;

public class RetentionRiskMustBeActedOnRuleTests
{
    private static IEnumerable<string> Seen(Func<Opportunity, Opportunity> change) => Seen(Renewal.With(change));

    private static IEnumerable<string> Seen(ADeal deal) =>
        deal.Finding<RetentionRiskMustBeActedOnRule>().Evidence.Select(seen => $"{seen.Field} {seen.Value} needs {seen.Needs}");

    private static ADeal Renewal => ADeal.InStage("Discovery").With(it => it with { Type = "Renewal", UsageChangeLastWeek = 0, UsageChangeWeekBefore = 0 });

    private static Policy Stricter(Policy policy) =>
        policy with { Retention = new RetentionPolicy { BigDropPercent = 50, DropPercent = 30, MilestoneOverdueDays = 7, TicketsPercent = 25 } };

    [TestCase(-40, -40, 14, Severity.High)]
    [TestCase(-40, -40, 13, Severity.Medium)]
    [TestCase(-40, -39, 14, Severity.Medium)]
    [TestCase(-20, -20, 0, Severity.Medium)]
    [TestCase(-20, -19, 20, null)]
    public void Usage_counts_in_both_weeks_and_with_an_overdue_milestone_it_is_high(decimal last, decimal before, int overdue, Severity? expected) =>
        Assert.That(
            Renewal.With(it => it with { UsageChangeLastWeek = last, UsageChangeWeekBefore = before, ValueMilestoneDueOn = ADeal.Today.AddDays(-overdue) })
                .Ask<RetentionRiskMustBeActedOnRule>().Finding?.Severity,
            Is.EqualTo(expected));

    [TestCase(50, 1, Severity.Medium)]
    [TestCase(50, 0, null)]
    [TestCase(49, 10, null)]
    public void Tickets_count_while_answers_get_slower(decimal tickets, decimal resolution, Severity? expected) =>
        Assert.That(
            Renewal.With(it => it with { TicketsChange = tickets, ResolutionTimeChange = resolution }).Ask<RetentionRiskMustBeActedOnRule>().Finding?.Severity,
            Is.EqualTo(expected));

    [TestCase(-50, -50, 7, Severity.High)]
    [TestCase(-50, -50, 6, Severity.Medium)]
    [TestCase(-49, -50, 7, Severity.Medium)]
    [TestCase(-30, -30, 0, Severity.Medium)]
    [TestCase(-29, -30, 0, null)]
    public void The_drops_and_days_are_the_policys(decimal last, decimal before, int overdue, Severity? expected) =>
        Assert.That(
            Renewal.Under(Stricter).With(it => it with { UsageChangeLastWeek = last, UsageChangeWeekBefore = before, ValueMilestoneDueOn = ADeal.Today.AddDays(-overdue) })
                .Ask<RetentionRiskMustBeActedOnRule>().Finding?.Severity,
            Is.EqualTo(expected));

    [TestCase(25, Severity.Medium)]
    [TestCase(24, null)]
    public void So_is_the_rise_of_tickets(decimal tickets, Severity? expected) =>
        Assert.That(
            Renewal.Under(Stricter).With(it => it with { TicketsChange = tickets, ResolutionTimeChange = 1 }).Ask<RetentionRiskMustBeActedOnRule>().Finding?.Severity,
            Is.EqualTo(expected));

    [Test]
    public void What_the_tickets_need_is_the_policys_rise() => Assert.That(
        Seen(Renewal.Under(Stricter).With(it => it with { TicketsChange = 30, ResolutionTimeChange = 1 })), Is.EqualTo(["Tickets_Change__c 30 needs less than 25", "Resolution_Time_Change__c 1 needs 0"]));

    [Test]
    public void A_high_risk_shows_usage_and_the_overdue_milestone() => Assert.That(
        Seen(it => it with { UsageChangeLastWeek = -40, UsageChangeWeekBefore = -40, ValueMilestoneDueOn = ADeal.Today.AddDays(-14) }),
        Is.EqualTo(["Usage_Change_Last_Week__c -40 needs above -40", "Usage_Change_Week_Before__c -40 needs above -40", "Value_Milestone_Due_On__c 2026-02-16 needs reached, or less than 14 days overdue"]));

    [Test]
    public void A_drop_at_the_limit_needs_more_than_the_limit_and_a_milestone_that_does_not_count_is_left_out() => Assert.That(
        Seen(it => it with { UsageChangeLastWeek = -20, UsageChangeWeekBefore = -20, ValueMilestoneDueOn = ADeal.Today.AddDays(-14) }),
        Is.EqualTo(["Usage_Change_Last_Week__c -20 needs above -20", "Usage_Change_Week_Before__c -20 needs above -20"]));

    [Test]
    public void Friction_shows_tickets_and_the_time_that_answers_take() => Assert.That(
        Seen(it => it with { TicketsChange = 50, ResolutionTimeChange = 5 }), Is.EqualTo(["Tickets_Change__c 50 needs less than 50", "Resolution_Time_Change__c 5 needs 0"]));

    [Test]
    public void Open_onboarding_shows_its_steps() => Assert.That(Seen(it => it with { OnboardingStepsOpen = 2 }), Is.EqualTo(["Onboarding_Steps_Open__c 2 needs 0"]));

    [Test]
    public void Open_onboarding_is_watched() =>
        Assert.That(Renewal.With(it => it with { OnboardingStepsOpen = 1 }).Ask<RetentionRiskMustBeActedOnRule>(), Says.A(Severity.Low));

    [Test]
    public void Without_usage_nobody_knows() =>
        Assert.That(Renewal.With(it => it with { UsageChangeWeekBefore = null }).Ask<RetentionRiskMustBeActedOnRule>(), Says.Unknown);

    [Test]
    public void A_sale_that_is_no_renewal_is_not_asked() =>
        Assert.That(Renewal.With(it => it with { Type = "New Business", UsageChangeLastWeek = -90, UsageChangeWeekBefore = -90 }).Ask<RetentionRiskMustBeActedOnRule>(), Says.Nothing);
}
