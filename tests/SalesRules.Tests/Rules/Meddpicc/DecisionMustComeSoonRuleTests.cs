using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class DecisionMustComeSoonRuleTests
{
    [TestCase("2026-09-02", false)]
    [TestCase("2026-09-03", true)]
    public void Within_six_months(string day, bool found) => Assert.That(ExpectedOn(DateOnly.Parse(day, null)).Ask<DecisionMustComeSoonRule>(), found ? Says.A(Severity.Low) : Says.Nothing);

    [Test]
    public void It_says_when()
    {
        var finding = ExpectedOn(new DateOnly(2026, 12, 24)).Finding<DecisionMustComeSoonRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The decision is expected on 2026-12-24, more than 6 months ahead."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Decision_Expected_On__c"));
        }
    }

    [Test]
    public void Without_a_day_it_is_silent() => Assert.That(ExpectedOn(null).Ask<DecisionMustComeSoonRule>(), Says.Nothing);

    [Test]
    public void The_months_are_the_policys() => Assert.That(
        ExpectedOn(new DateOnly(2026, 6, 3)).Under(policy => policy with { Meddpicc = policy.Meddpicc with { LongTimelineMonths = 3 } }).Ask<DecisionMustComeSoonRule>(), Says.Something);

    private static ADeal ExpectedOn(DateOnly? day) => ADeal.InStage("Discovery").With(it => it with { DecisionExpectedOn = day });
}
