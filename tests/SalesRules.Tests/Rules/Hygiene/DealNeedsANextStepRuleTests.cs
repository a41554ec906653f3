using SalesRules.Decisions;
using SalesRules.Rules.Hygiene;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Hygiene;

public class DealNeedsANextStepRuleTests
{
    [Test]
    public void Step_owner_and_date_are_enough() => Assert.That(ADeal.InStage(null).Ask<DealNeedsANextStepRule>(), Says.Nothing);

    [Test]
    public void What_is_missing_is_named()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Message(it => it with { NextStep = " " }), Is.EqualTo("No next step."));
            Assert.That(Message(it => it with { NextStepOwner = null }), Is.EqualTo("No owner of it."));
            Assert.That(Message(it => it with { NextStep = null, NextStepOwner = null, NextStepDate = null }), Is.EqualTo("No next step, owner of it and date for it."));
        }
    }

    [Test]
    public void It_is_medium_and_shows_only_what_is_missing()
    {
        var finding = ADeal.InStage("POV").With(it => it with { NextStepDate = null }).Finding<DealNeedsANextStepRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["Next_Step_Date__c"]));
        }
    }

    [Test]
    public void Closed_deals_are_not_asked() =>
        Assert.That(ADeal.InStage("Closed Won").With(it => it with { NextStep = null }).Ask<DealNeedsANextStepRule>(), Says.Nothing);

    private static string Message(Func<Opportunity, Opportunity> change) => ADeal.InStage("POV").With(change).Finding<DealNeedsANextStepRule>().Message;
}
