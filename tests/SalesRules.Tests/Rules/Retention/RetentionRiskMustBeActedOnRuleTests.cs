using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Retention;

namespace SalesRules.Tests.Rules.Retention;

public class RetentionRiskMustBeActedOnRuleTests
{
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
    public void The_sentence_says_the_policys_rise() =>
        Assert.That(
            Renewal.Under(Stricter).With(it => it with { TicketsChange = 30, ResolutionTimeChange = 1 }).Finding<RetentionRiskMustBeActedOnRule>().Message,
            Does.Contain("rose by 25 % or more"));

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
