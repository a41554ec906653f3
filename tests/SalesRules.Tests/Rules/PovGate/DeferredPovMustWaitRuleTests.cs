using SalesRules.Decisions;
using SalesRules.Rules.PovGate;

namespace SalesRules.Tests.Rules.PovGate;

public class DeferredPovMustWaitRuleTests
{
    [Test]
    public void In_pov_it_is_high() => Assert.That(Deferred("POV").Ask<DeferredPovMustWaitRule>(), Says.A(Severity.High));

    [TestCase("Technical Validation")]
    [TestCase("Solution")]
    public void Before_pov_it_is_information(string stage) => Assert.That(Deferred(stage).Ask<DeferredPovMustWaitRule>(), Says.A(Severity.Info));

    [TestCase("Solution")]
    [TestCase("Discovery")]
    public void Once_a_POV_is_requested_it_is_high(string stage) =>
        Assert.That(Deferred(stage).With(it => it with { PovRequestedOn = ADeal.Today }).Ask<DeferredPovMustWaitRule>(), Says.A(Severity.High));

    [Test]
    public void With_an_approval_on_record_it_is_silent() =>
        Assert.That(Deferred("POV").With(it => it with { PovApprovedOn = ADeal.Noon(ADeal.Today) }).Ask<DeferredPovMustWaitRule>(), Says.Nothing);

    [TestCase("Discovery")]
    [TestCase("Commercial")]
    [TestCase("Closed Lost")]
    public void Where_the_gate_does_not_apply_it_is_silent(string stage) => Assert.That(Deferred(stage).Ask<DeferredPovMustWaitRule>(), Says.Nothing);

    [Test]
    public void Passing_scores_are_not_deferred() => Assert.That(ADeal.InStage("POV").Scored(2, 1, 1, 2, 0).Ask<DeferredPovMustWaitRule>(), Says.Nothing);

    [Test]
    public void Each_floor_missed_is_named_with_its_evidence_and_work()
    {
        var finding = ADeal.InStage("POV").Scored(1, 0, 0, 0, 1).Finding<DeferredPovMustWaitRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                finding.Message,
                Is.EqualTo("POV deferred: Outcome is 1, the gate needs 2; Quantify is 0, the gate needs 2; Maps is 0, the gate needs 1, or Leadership 2; the total is 2, the gate needs 6."));
            Assert.That(
                finding.Evidence.Select(seen => $"{seen.Field} {seen.Value} needs {seen.Needs}"),
                Is.EqualTo(["MIQL_Outcome__c 1 needs 2", "MIQL_Quantify__c 0 needs 2", "MIQL_Maps__c 0 needs 1", "MIQL_Total__c 2 needs 6"]));
            Assert.That(
                finding.Tasks,
                Is.EqualTo([new TaskPart("O", "Work on Outcome"), new TaskPart("Q", "Work on Quantify"), new TaskPart("M", "Work on Maps"), new TaskPart("total", "Work on the total")]));
        }
    }

    [Test]
    public void Unscored_pillars_are_named_together()
    {
        var finding = ADeal.InStage("POV").Scored(2, null, 1, 2, null).Finding<DeferredPovMustWaitRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("POV deferred: Maps and Leadership are not scored."));
            Assert.That(finding.Tasks, Is.EqualTo([new TaskPart("unscored", "Score the rest")]));
        }
    }

    private static ADeal Deferred(string stage) => ADeal.InStage(stage).Scored(1, 2, 2, 2, 2);
}
