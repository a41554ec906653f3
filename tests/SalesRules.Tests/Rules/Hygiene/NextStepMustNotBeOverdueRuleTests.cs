using SalesRules.Decisions;
using SalesRules.Rules.Hygiene;

namespace SalesRules.Tests.Rules.Hygiene;

public class NextStepMustNotBeOverdueRuleTests
{
    [TestCase(0, false)]
    [TestCase(-1, true)]
    public void It_is_overdue_the_day_after_its_date(int days, bool found) => Assert.That(Due(days).Ask<NextStepMustNotBeOverdueRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void It_says_when_it_was_due()
    {
        var finding = Due(-3).Finding<NextStepMustNotBeOverdueRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The next step was due on 2026-02-27."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Next_Step_Date__c"));
        }
    }

    [Test]
    public void Without_a_date_nothing_is_due() => Assert.That(Due(0).With(it => it with { NextStepDate = null }).Ask<NextStepMustNotBeOverdueRule>(), Says.Nothing);

    [Test]
    public void Closed_deals_are_not_asked() => Assert.That(Due(-3).With(it => it with { IsClosed = true }).Ask<NextStepMustNotBeOverdueRule>(), Says.Nothing);

    private static ADeal Due(int days) => ADeal.InStage("Discovery").With(it => it with { NextStepDate = ADeal.Today.AddDays(days) });
}
