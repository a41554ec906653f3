using SalesRules.Decisions;
using SalesRules.Rules.Retention;

namespace SalesRules.Tests.Rules.Retention;

public class RetentionRiskMustBeActedOnRuleTests
{
    private static ADeal Renewal => ADeal.InStage("Discovery").With(it => it with { Type = "Renewal", UsageChangeLastWeek = 0, UsageChangeWeekBefore = 0 });

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
