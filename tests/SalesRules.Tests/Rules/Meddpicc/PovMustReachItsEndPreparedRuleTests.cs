using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class PovMustReachItsEndPreparedRuleTests
{
    [TestCase(15, null)]
    [TestCase(14, Severity.Medium)]
    [TestCase(8, Severity.Medium)]
    [TestCase(7, Severity.High)]
    [TestCase(0, Severity.High)]
    [TestCase(-1, null)]
    public void The_nearer_the_end_the_more_it_weighs(int days, Severity? severity) =>
        Assert.That(Ending(days).Ask<PovMustReachItsEndPreparedRule>().Finding?.Severity, Is.EqualTo(severity));

    [Test]
    public void It_says_when()
    {
        var finding = Ending(10).Finding<PovMustReachItsEndPreparedRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The POV ends on 2026-03-12: agree now who reviews the result and what follows."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("POV_End__c"));
        }
    }

    [Test]
    public void Without_an_end_it_is_silent() => Assert.That(Ending(10).With(it => it with { PovEnd = null }).Ask<PovMustReachItsEndPreparedRule>(), Says.Nothing);

    [TestCase("Solution")]
    [TestCase("Commercial")]
    public void In_other_stages_it_is_silent(string stage) => Assert.That(Ending(10).With(it => it with { StageName = stage }).Ask<PovMustReachItsEndPreparedRule>(), Says.Nothing);

    [Test]
    public void The_days_are_the_policys()
    {
        var deal = Ending(10).Under(policy => policy with { Meddpicc = policy.Meddpicc with { PovEndingDays = 10, PovEndingSoonDays = 9 } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Ask<PovMustReachItsEndPreparedRule>(), Says.A(Severity.Medium));
            Assert.That(deal.On(ADeal.Today.AddDays(1)).Ask<PovMustReachItsEndPreparedRule>(), Says.A(Severity.High));
            Assert.That(deal.On(ADeal.Today.AddDays(-1)).Ask<PovMustReachItsEndPreparedRule>(), Says.Nothing);
        }
    }

    private static ADeal Ending(int inDays) => ADeal.InStage("POV").With(it => it with { PovEnd = ADeal.Today.AddDays(inDays) });
}
