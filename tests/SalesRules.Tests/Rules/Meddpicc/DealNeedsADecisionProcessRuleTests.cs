using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class DealNeedsADecisionProcessRuleTests
{
    [TestCase("Solution", null, false)]
    [TestCase("POV", null, true)]
    [TestCase("POV", "  ", true)]
    [TestCase("POV", "The board decides in May", false)]
    [TestCase("Commitment", null, true)]
    public void Mapped_from_pov_on(string stage, string? process, bool found) => Assert.That(Deciding(stage, process).Ask<DealNeedsADecisionProcessRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void It_says_what_to_map()
    {
        var finding = Deciding("POV", null).Finding<DealNeedsADecisionProcessRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The decision process is not mapped: who decides, who signs, in which order, by when."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Decision_Process__c"));
        }
    }

    private static ADeal Deciding(string stage, string? process) => ADeal.InStage(stage).With(it => it with { DecisionProcess = process });
}
