using SalesRules.Decisions;
using SalesRules.Rules.Stages;

namespace SalesRules.Tests.Rules.Stages;

public class OurStepsMustBeDoneInTimeRuleTests
{
    [TestCase(0, false)]
    [TestCase(-1, true)]
    public void A_step_is_overdue_the_day_after_its_date(int days, bool found) => Assert.That(Due(days).Ask<OurStepsMustBeDoneInTimeRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void It_says_when_it_was_due()
    {
        var finding = Due(-3).Finding<OurStepsMustBeDoneInTimeRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("A step of ours in the mutual action plan was due on 2026-02-27."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Mutual_Action_Plan_Next_Due__c"));
        }
    }

    [Test]
    public void Without_a_date_nothing_is_due() =>
        Assert.That(Due(0).With(it => it with { MutualActionPlanNextDue = null }).Ask<OurStepsMustBeDoneInTimeRule>(), Says.Nothing);

    [Test]
    public void Closed_deals_are_not_asked() => Assert.That(Due(-3).With(it => it with { IsClosed = true }).Ask<OurStepsMustBeDoneInTimeRule>(), Says.Nothing);

    private static ADeal Due(int days) => ADeal.InStage("Discovery").With(it => it with { MutualActionPlanNextDue = ADeal.Today.AddDays(days) });
}
