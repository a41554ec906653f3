using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class CompetitionMustBeAssessedRuleTests
{
    [TestCase("Solution", null, false)]
    [TestCase("POV", null, true)]
    [TestCase("POV", " ", true)]
    [TestCase("POV", "None: they would do nothing", false)]
    [TestCase("Commitment", null, true)]
    public void Assessed_from_pov_on(string stage, string? competition, bool found) =>
        Assert.That(Against(stage, competition).Ask<CompetitionMustBeAssessedRule>(), found ? Says.A(Severity.Low) : Says.Nothing);

    [Test]
    public void It_says_whom_to_look_for()
    {
        var finding = Against("POV", null).Finding<CompetitionMustBeAssessedRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The competition was never assessed: name who else is looked at, doing nothing included."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Competition__c"));
        }
    }

    private static ADeal Against(string stage, string? competition) => ADeal.InStage(stage).With(it => it with { Competition = competition });
}
