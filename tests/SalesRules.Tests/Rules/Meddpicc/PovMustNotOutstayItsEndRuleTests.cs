using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class PovMustNotOutstayItsEndRuleTests
{
    [TestCase(0, false)]
    [TestCase(-1, true)]
    public void The_day_after_its_end_it_is_high(int days, bool found) => Assert.That(Ending(days).Ask<PovMustNotOutstayItsEndRule>(), found ? Says.A(Severity.High) : Says.Nothing);

    [Test]
    public void It_says_when_it_ended_and_where_the_deal_stands()
    {
        var finding = Ending(-3).Finding<PovMustNotOutstayItsEndRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The POV ended on 2026-02-27 and the deal is still in POV."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["POV_End__c", "StageName"]));
        }
    }

    [TestCase("Solution")]
    [TestCase("Commercial")]
    public void In_other_stages_it_is_silent(string stage) => Assert.That(Ending(-3).With(it => it with { StageName = stage }).Ask<PovMustNotOutstayItsEndRule>(), Says.Nothing);

    [Test]
    public void Without_an_end_it_is_silent() => Assert.That(Ending(-3).With(it => it with { PovEnd = null }).Ask<PovMustNotOutstayItsEndRule>(), Says.Nothing);

    private static ADeal Ending(int inDays) => ADeal.InStage("POV").With(it => it with { PovEnd = ADeal.Today.AddDays(inDays) });
}
