using SalesRules.Decisions;
using SalesRules.Rules.PovGate;

namespace SalesRules.Tests.Rules.PovGate;

public class PovNeedsDatesAndSeRuleTests
{
    private static ADeal Planned => ADeal.InStage("POV").Scored(2, 2, 2, 2, 2)
        .With(it => it with { PovStart = ADeal.Today, PovEnd = ADeal.Today.AddDays(30), PovSe = ADeal.Stranger });

    [Test]
    public void With_all_three_it_is_fine() => Assert.That(Planned.Ask<PovNeedsDatesAndSeRule>(), Says.Nothing);

    [Test]
    public void What_is_missing_is_named()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Message(Planned.With(it => it with { PovStart = null })), Is.EqualTo("The POV has no start."));
            Assert.That(Message(Planned.With(it => it with { PovEnd = null })), Is.EqualTo("The POV has no end."));
            Assert.That(Message(Planned.With(it => it with { PovSe = null })), Is.EqualTo("The POV has no SE."));
            Assert.That(Message(ADeal.InStage("POV")), Is.EqualTo("The POV has no start, end and SE."));
        }
    }

    [Test]
    public void It_is_medium() => Assert.That(ADeal.InStage("POV").Ask<PovNeedsDatesAndSeRule>(), Says.A(Severity.Medium));

    [TestCase("Solution")]
    [TestCase("Commercial")]
    public void In_other_stages_it_is_silent(string stage) => Assert.That(ADeal.InStage(stage).Ask<PovNeedsDatesAndSeRule>(), Says.Nothing);

    [Test]
    public void Where_the_org_lacks_a_field_it_does_not_run()
    {
        var decision = ADeal.InStage("POV").Under(policy => policy.WithAbsent("POV_End__c")).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.NotRun, Is.SupersetOf(new[] { "pov.dates-missing", "pov.over-length" }));
            Assert.That(decision.Findings.Select(finding => finding.Rule), Has.None.EqualTo("pov.dates-missing"));
        }
    }

    private static string Message(ADeal deal) => deal.Finding<PovNeedsDatesAndSeRule>().Message;
}
