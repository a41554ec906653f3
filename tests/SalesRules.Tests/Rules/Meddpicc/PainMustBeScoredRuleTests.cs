using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class PainMustBeScoredRuleTests
{
    [TestCase("Qualification", false)]
    [TestCase("Discovery", true)]
    [TestCase("Commitment", true)]
    public void From_discovery_on(string stage, bool found) =>
        Assert.That(ADeal.InStage(stage).With(it => it with { PainScore = null }).Ask<PainMustBeScoredRule>(), found ? Says.A(Severity.Low) : Says.Nothing);

    [Test]
    public void A_pain_of_0_is_scored() => Assert.That(ADeal.InStage("Discovery").With(it => it with { PainScore = 0 }).Ask<PainMustBeScoredRule>(), Says.Nothing);

    [Test]
    public void It_says_what_to_ask() => Assert.That(
        ADeal.InStage("Discovery").With(it => it with { PainScore = null }).Finding<PainMustBeScoredRule>().Message,
        Is.EqualTo("The pain has no score: ask what happens if nothing changes, and score it from 0 to 10."));
}
